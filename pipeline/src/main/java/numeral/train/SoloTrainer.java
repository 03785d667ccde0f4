package numeral.train;

import java.io.Serializable;
import java.util.List;
import numeral.InputRefused;
import numeral.network.Networks;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/**
 * Trains whole networks on the executors, each alone in one task of one thread with all examples, to be compared with one another. Nothing is averaged.
 * May be called by several threads at once.
 */
public final class SoloTrainer implements AutoCloseable {
    private final JavaSparkContext spark;
    private final Broadcast<Shard> training;
    private final Broadcast<Shard> validation;
    private final String digest;

    /**
     * Divides the digits and sends them to the executors.
     *
     * @param digits rows with key, image, label and writer, as in the table {@code digits}
     * @param plan says what is kept out for validation; the same for all that is trained
     * @throws InputRefused where one of the two parts is empty
     */
    public SoloTrainer(Dataset<Row> digits, TrainPlan plan) {
        this.spark = JavaSparkContext.fromSparkContext(digits.sparkSession().sparkContext());
        Split split = new Split(plan.validationFraction(), plan.seed());
        Shard trained = part(digits, split, false);
        Shard kept = part(digits, split, true);
        if (trained.size() == 0 || kept.size() == 0) {
            throw new InputRefused(List.of(trained.size() + " examples to train on and " + kept.size()
                    + " to validate, expected some of each; see numeral.train.validation-fraction"));
        }
        this.training = spark.broadcast(trained);
        this.validation = spark.broadcast(kept);
        this.digest = Long.toHexString(trained.digest() + 31 * kept.digest());
    }

    /** The figures of a trained network on the validation part, the loss after temperature scaling. */
    public record Result(double loss, double accuracy) {}

    /** Hash of the examples and their division. */
    public String digest() {
        return digest;
    }

    /**
     * Trains a fresh network for the plan's epochs in one task.
     *
     * @throws InputRefused where training diverges
     */
    public Result train(TrainPlan plan) {
        Broadcast<Shard> trainedOn = training;
        Broadcast<Shard> validatedOn = validation;
        Ended ended = spark.parallelize(List.of(plan), 1)
                .map(sent -> trained(sent, trainedOn.value(), validatedOn.value()))
                .collect()
                .get(0);
        if (!ended.problems.isEmpty()) {
            throw new InputRefused(ended.problems);
        }
        return new Result(ended.tally.loss(), ended.tally.accuracy());
    }

    @Override
    public void close() {
        training.destroy();
        validation.destroy();
    }

    /** Divergence comes back as a value: Spark would run a task that throws again. */
    private record Ended(Tally tally, List<String> problems) implements Serializable {}

    private static Ended trained(TrainPlan plan, Shard training, Shard validation) {
        MultiLayerNetwork fresh = Networks.create(plan.networkSettings());
        NetworkState start = new NetworkState(fresh.getLayerWiseConfigurations().toJson(), Weights.of(fresh), 0);
        Networks.free(fresh);
        try {
            NetworkState end = LocalTraining.train(start, training, plan, plan.epochs());
            Validation validated = Validation.of(end, validation);
            return new Ended(validated.tally(validated.temperature()), List.of());
        } catch (InputRefused e) {
            return new Ended(Tally.ZERO, List.copyOf(e.problems()));
        }
    }

    private static Shard part(Dataset<Row> digits, Split split, boolean validation) {
        JavaRDD<Shard> whole = Shards.of(digits, split, validation, 1);
        try {
            return whole.collect().get(0);
        } finally {
            whole.unpersist();
        }
    }
}
