package numeral.train;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import numeral.network.ModelCard;
import numeral.network.ModelFile;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.spark.impl.multilayer.SparkDl4jMultiLayer;
import org.nd4j.linalg.dataset.DataSet;

/** Epoch after epoch: train, validate, remember the best, stop when it has not got better for long enough. */
final class EpochLoop {
    private final JavaSparkContext spark;
    private final TrainPlan plan;
    private final Labels labels;
    private final JavaRDD<Shard> training;
    private final JavaRDD<Shard> validation;

    EpochLoop(
            JavaSparkContext spark, TrainPlan plan, Labels labels, JavaRDD<Shard> training, JavaRDD<Shard> validation) {
        this.spark = spark;
        this.plan = plan;
        this.labels = labels;
        this.training = training;
        this.validation = validation;
    }

    /** What the rows of this run are filed under. */
    record Labels(String model, String run) {}

    private record Best(EpochRow row, NetworkState state, double temperature) {}

    Trained run(MultiLayerNetwork network, long validationExamples, Consumer<EpochRow> progress) {
        String configuration = network.getLayerWiseConfigurations().toJson();
        AveragingMaster master = new AveragingMaster(configuration, plan.workers(), plan.seed());
        SparkDl4jMultiLayer door = new SparkDl4jMultiLayer(spark, network, master);
        List<EpochRow> rows = new ArrayList<>();
        Best best = null;
        for (int epoch = 0; epoch < plan.epochs() && !exhausted(best, epoch); epoch++) {
            double learningRate = network.getLearningRate(0);
            spark.setJobDescription("train: epoch " + (epoch + 1) + " of " + plan.epochs());
            long start = System.nanoTime();
            door.fit(minibatches(epoch));
            double seconds = (System.nanoTime() - start) / 1e9;

            spark.setJobDescription("train: validate epoch " + (epoch + 1));
            NetworkState state = new NetworkState(configuration, Weights.of(network), epoch + 1);
            Validation validated = Validation.of(state, validation);
            EpochRow row = row(epoch, learningRate, master.lastEpoch(), validated.tally(), seconds);
            rows.add(row);
            progress.accept(row);
            if (best == null || isBetter(row, best.row())) {
                best = new Best(row, state, Temperature.fit(validated.logits(), validated.labels()));
            }
        }
        best.state().weights().writeTo(network);
        network.setEpochCount(best.state().epoch());
        ModelCard card = new ModelCard(labels.model(), plan.network(), best.temperature(), plan.toJson());
        return new Trained(
                labels.model(),
                ModelFile.write(network, card),
                List.copyOf(rows),
                best.row(),
                validationExamples,
                best.temperature());
    }

    /** The minibatches of an epoch: one partition for each worker in each averaging round, round by round. */
    private JavaRDD<DataSet> minibatches(int epoch) {
        @SuppressWarnings("unchecked")
        JavaRDD<DataSet>[] rounds = new JavaRDD[plan.roundsPerEpoch()];
        for (int round = 0; round < rounds.length; round++) {
            rounds[round] = round(epoch, round);
        }
        return spark.union(rounds);
    }

    private JavaRDD<DataSet> round(int epoch, int round) {
        TrainPlan sent = plan;
        return training.mapPartitionsWithIndex(
                (worker, shards) -> new Minibatches(shards.next(), sent, new Minibatches.Place(epoch, round, worker)),
                false);
    }

    private boolean exhausted(Best best, int epoch) {
        return plan.patience() > 0 && best != null && epoch - best.row().epoch() >= plan.patience();
    }

    private static boolean isBetter(EpochRow row, EpochRow than) {
        return row.validationLoss().isEmpty()
                || row.validationLoss().getAsDouble() < than.validationLoss().getAsDouble();
    }

    private EpochRow row(
            int epoch, double learningRate, AveragingMaster.Epoch trained, Tally validated, double seconds) {
        boolean noValidation = validated.examples() == 0;
        return new EpochRow(
                labels.model(),
                labels.run(),
                epoch + 1,
                trained.tally().examples(),
                trained.tally().loss(),
                trained.tally().accuracy(),
                noValidation ? OptionalDouble.empty() : OptionalDouble.of(validated.loss()),
                noValidation ? OptionalDouble.empty() : OptionalDouble.of(validated.accuracy()),
                learningRate,
                trained.rounds(),
                plan.workers(),
                seconds,
                trained.computeSeconds());
    }
}
