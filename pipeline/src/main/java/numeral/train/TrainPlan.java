package numeral.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.typesafe.config.Config;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import numeral.network.LearningRate;
import numeral.network.NetworkKind;
import numeral.network.NetworkSettings;

/**
 * All that decides a training run but its data.
 *
 * @param network cnn, lenet or mlp
 * @param filters filters of the first convolution; 0 leaves the choice to the network
 * @param hidden units of the hidden dense layer; 0 leaves the choice to the network
 * @param dropout share of hidden units silenced while training, 0 to below 1
 * @param batchNorm whether outputs are normalised over the minibatch
 * @param labelSmoothing share of the target that is spread evenly over all digits, 0 to below 1 (Szegedy and others 2016)
 * @param l2 factor of the squared weights in the loss
 * @param learningRate Adam's learning rate in the first epoch
 * @param decay how the learning rate goes on from there: constant, linear, cosine or one-cycle
 * @param epochs passes over the training examples
 * @param batchSize examples in a minibatch of one worker
 * @param averaging how workers share what they learn
 * @param validationFraction share of the examples kept out of training, 0 to below 1
 * @param stopping what ends the run before its last epoch
 * @param augmentation random changes to training images
 * @param seed seed of the split, the order, the initial weights, dropout and augmentation
 */
public record TrainPlan(
        String network,
        int filters,
        int hidden,
        double dropout,
        boolean batchNorm,
        double labelSmoothing,
        double l2,
        double learningRate,
        String decay,
        int epochs,
        int batchSize,
        Averaging averaging,
        double validationFraction,
        Stopping stopping,
        Augmentation augmentation,
        long seed)
        implements Serializable {
    private static final ObjectMapper JSON = new ObjectMapper();

    public TrainPlan {
        List<String> problems = new ArrayList<>();
        if (!(labelSmoothing >= 0 && labelSmoothing < 1)) {
            problems.add("label-smoothing is " + labelSmoothing + ", expected 0 to below 1");
        }
        atLeast(1, "epochs", epochs, problems);
        atLeast(1, "batch-size", batchSize, problems);
        if (!(validationFraction >= 0 && validationFraction < 1)) {
            problems.add("validation-fraction is " + validationFraction + ", expected 0 to below 1");
        }
        if (validationFraction == 0 && stopping.patience() > 0) {
            problems.add("stopping.patience is " + stopping.patience()
                    + " but validation-fraction is 0: there is no loss to wait for");
        }
        check(problems, () -> LearningRate.Decay.of(decay));
        LearningRate anyRate = new LearningRate(1, LearningRate.Decay.CONSTANT, 1);
        check(
                problems,
                () -> new NetworkSettings(
                        NetworkKind.of(network), filters, hidden, dropout, batchNorm, l2, anyRate, seed));
        if (epochs > 0) {
            check(problems, () -> new LearningRate(learningRate, LearningRate.Decay.CONSTANT, epochs));
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("numeral.train: " + String.join("; ", problems));
        }
    }

    /** The plan in section {@code numeral.train} of a resolved configuration. */
    public static TrainPlan from(Config config) {
        Config train = config.getConfig("numeral.train");
        return new TrainPlan(
                train.getString("network"),
                train.getInt("filters"),
                train.getInt("hidden"),
                train.getDouble("dropout"),
                train.getBoolean("batch-norm"),
                train.getDouble("label-smoothing"),
                train.getDouble("l2"),
                train.getDouble("learning-rate"),
                train.getString("decay"),
                train.getInt("epochs"),
                train.getInt("batch-size"),
                Averaging.from(train.getConfig("averaging")),
                train.getDouble("validation-fraction"),
                Stopping.from(train.getConfig("stopping")),
                Augmentation.from(train.getConfig("augment")),
                train.getLong("seed"));
    }

    /** The same plan for a number of workers. */
    TrainPlan withWorkers(int count) {
        return new TrainPlan(
                network,
                filters,
                hidden,
                dropout,
                batchNorm,
                labelSmoothing,
                l2,
                learningRate,
                decay,
                epochs,
                batchSize,
                averaging.withWorkers(count),
                validationFraction,
                stopping,
                augmentation,
                seed);
    }

    NetworkSettings networkSettings() {
        return new NetworkSettings(
                NetworkKind.of(network),
                filters,
                hidden,
                dropout,
                batchNorm,
                l2,
                new LearningRate(learningRate, LearningRate.Decay.of(decay), epochs),
                seed);
    }

    /** The plan as one JSON object. */
    public String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a plan of numbers and names is always JSON", e);
        }
    }

    private static void check(List<String> problems, Runnable attempt) {
        try {
            attempt.run();
        } catch (IllegalArgumentException e) {
            problems.add(e.getMessage());
        }
    }

    private static void atLeast(int least, String name, int value, List<String> problems) {
        if (value < least) {
            problems.add(name + " is " + value + ", expected " + least + " or more");
        }
    }
}
