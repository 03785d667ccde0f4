package numeral.train;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import numeral.network.ModelCard;
import numeral.network.ModelFile;
import numeral.train.Checkpoint.Best;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.spark.impl.multilayer.SparkDl4jMultiLayer;
import org.nd4j.linalg.dataset.DataSet;

/** Epoch after epoch from a checkpoint on: train, validate, remember the best, stop when patience or time is over. */
final class EpochLoop {
    private final JavaSparkContext spark;
    private final TrainPlan plan;
    private final Parts parts;
    private final MultiLayerNetwork network;
    private final RunningAverage average;
    private final AveragingMaster master;
    private final SparkDl4jMultiLayer door;
    private Checkpoint now;

    /** @param network one of the plan's shape; takes the weights of the checkpoint */
    EpochLoop(JavaSparkContext spark, TrainPlan plan, Parts parts, MultiLayerNetwork network, Checkpoint from) {
        this.spark = spark;
        this.plan = plan;
        this.parts = parts;
        this.network = network;
        this.now = from;
        from.weights().writeTo(network);
        network.setEpochCount(from.epoch());
        this.average = new RunningAverage(plan.averaging().weightAverage(), from.average());
        this.master = new AveragingMaster(configuration(), plan.averaging(), plan.seed(), average);
        this.door = new SparkDl4jMultiLayer(spark, network, master);
    }

    /**
     * The data, a shard for each worker.
     *
     * @param minibatches in an epoch of the worker that has the most
     * @param validationExamples examples in the validation part
     */
    record Parts(JavaRDD<Shard> training, JavaRDD<Shard> validation, int minibatches, long validationExamples) {}

    /** @param done told of the run after each epoch */
    Trained run(Consumer<Checkpoint> done) {
        while (now.epoch() < plan.epochs() && !isOver()) {
            now = epoch(now.epoch());
            done.accept(now);
        }
        Best best = now.best();
        String id = now.origin().id();
        best.weights().writeTo(network);
        network.setEpochCount(best.epoch());
        ModelCard card = new ModelCard(id, plan.network(), best.temperature(), plan.toJson());
        return new Trained(
                id,
                ModelFile.write(network, card),
                now.rows(),
                now.bestRow(),
                parts.validationExamples(),
                best.temperature());
    }

    private boolean isOver() {
        return plan.stopping().isPatienceOver(now.epoch() - now.best().epoch())
                || plan.stopping().isTimeOver(now.seconds(), now.epoch());
    }

    private Checkpoint epoch(int epoch) {
        double learningRate = network.getLearningRate(0);
        spark.setJobDescription("train: epoch " + (epoch + 1) + " of " + plan.epochs());
        long start = System.nanoTime();
        door.fit(minibatches(epoch));
        double seconds = secondsSince(start);

        spark.setJobDescription("train: validate epoch " + (epoch + 1));
        Weights weights = Weights.of(network);
        Weights averaged = weights.with(average.mean());
        Validation validated =
                Validation.of(new NetworkState(configuration(), averaged, epoch + 1), parts.validation());
        double temperature = validated.temperature();
        EpochRow row = row(epoch + 1, learningRate, master.lastEpoch(), validated.tally(temperature), seconds);
        Best best = now.rows().isEmpty() || isBetter(row, now.bestRow())
                ? new Best(epoch + 1, averaged, temperature)
                : now.best();
        List<EpochRow> rows = new ArrayList<>(now.rows());
        rows.add(row);
        return new Checkpoint(now.origin(), weights, average.mean(), rows, best, now.seconds() + secondsSince(start));
    }

    /** The minibatches of an epoch: one partition for each worker in each averaging round, round by round. */
    private JavaRDD<DataSet> minibatches(int epoch) {
        @SuppressWarnings("unchecked")
        JavaRDD<DataSet>[] rounds = new JavaRDD[plan.averaging().rounds(epoch, parts.minibatches())];
        for (int round = 0; round < rounds.length; round++) {
            rounds[round] = round(epoch, round, rounds.length);
        }
        return spark.union(rounds);
    }

    private JavaRDD<DataSet> round(int epoch, int round, int rounds) {
        TrainPlan sent = plan;
        return parts.training()
                .mapPartitionsWithIndex(
                        (worker, shards) -> new Minibatches(
                                shards.next(), sent, new Minibatches.Place(epoch, round, rounds, worker)),
                        false);
    }

    private String configuration() {
        return network.getLayerWiseConfigurations().toJson();
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    /** Of equals the later one is better: where all of the validation part is read right, calibrated losses are 0. */
    private static boolean isBetter(EpochRow row, EpochRow than) {
        return row.validationLoss().isEmpty()
                || row.validationLoss().getAsDouble() <= than.validationLoss().getAsDouble();
    }

    private EpochRow row(
            int epoch, double learningRate, AveragingMaster.Epoch trained, Tally validated, double seconds) {
        return new EpochRow(
                now.origin().id(),
                now.origin().run(),
                epoch,
                trained.tally(),
                validated,
                learningRate,
                trained.rounds(),
                plan.averaging().workers(),
                seconds,
                trained.computeSeconds(),
                trained.dataSeconds());
    }
}
