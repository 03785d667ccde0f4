package numeral.train;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.rdd.PartitionPruningRDD;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.spark.impl.multilayer.SparkDl4jMultiLayer;
import org.nd4j.linalg.dataset.DataSet;
import scala.Function1;

/**
 * Synchronous parameter averaging. One call of {@link SparkDl4jMultiLayer#fit} is one epoch. Of the minibatches given, each run of {@code workers}
 * partitions is one averaging round: its tasks start from the same parameters, and the mean of what they reach, weighted by the examples behind it, is
 * where the next round starts. Adam's moments are averaged the same way; its step goes on from the worker with the most minibatches.
 */
final class AveragingMaster extends LayersOnlyMaster<WorkerResult, AveragingWorker> {
    private final String configuration;
    private final int workers;
    private final long seed;
    private int round;
    private Epoch lastEpoch = new Epoch(Tally.ZERO, 0, 0);

    /**
     * A master for networks of one configuration.
     *
     * @param configuration layers and optimiser as JSON
     */
    AveragingMaster(String configuration, int workers, long seed) {
        this.configuration = configuration;
        this.workers = workers;
        this.seed = seed;
    }

    /**
     * What an epoch came to.
     *
     * @param computeSeconds mean over the workers of their seconds in forward and backward passes
     */
    record Epoch(Tally tally, int rounds, double computeSeconds) {}

    Epoch lastEpoch() {
        return lastEpoch;
    }

    @Override
    public void executeTraining(SparkDl4jMultiLayer network, JavaRDD<DataSet> minibatches) {
        int rounds = minibatches.getNumPartitions() / workers;
        if (rounds * workers != minibatches.getNumPartitions()) {
            throw new IllegalArgumentException("minibatches are in " + minibatches.getNumPartitions()
                    + " partitions, expected a multiple of the " + workers + " workers");
        }
        Tally tally = Tally.ZERO;
        long computeNanos = 0;
        for (round = 0; round < rounds; round++) {
            AveragingWorker worker = getWorkerInstance(network);
            List<WorkerResult> results =
                    ofRound(minibatches, round).mapPartitions(worker::train).collect();
            worker.release();
            average(network.getNetwork(), results);
            for (WorkerResult result : results) {
                tally = tally.plus(result.tally());
                computeNanos += result.computeNanos();
            }
        }
        lastEpoch = new Epoch(tally, rounds, computeNanos / 1e9 / workers);
    }

    /** A worker of the current round that starts from the network as it is now. */
    @Override
    public AveragingWorker getWorkerInstance(SparkDl4jMultiLayer network) {
        NetworkState state = new NetworkState(
                configuration,
                Weights.of(network.getNetwork()),
                network.getNetwork().getEpochCount());
        return new AveragingWorker(network.getSparkContext().broadcast(state), round, seed);
    }

    private JavaRDD<DataSet> ofRound(JavaRDD<DataSet> minibatches, int wanted) {
        int perRound = workers;
        Function1<Object, Object> inRound =
                (Function1<Object, Object> & Serializable) partition -> (int) partition / perRound == wanted;
        return JavaRDD.fromRDD(PartitionPruningRDD.create(minibatches.rdd(), inRound), minibatches.classTag());
    }

    private static void average(MultiLayerNetwork network, List<WorkerResult> results) {
        WeightedMean parameters = new WeightedMean(network.params().length());
        WeightedMean updaterState =
                new WeightedMean(network.getUpdater().getStateViewArray().length());
        int iteration = 0;
        for (WorkerResult result : results) {
            if (result.weights().isPresent()) {
                Weights weights = result.weights().get();
                parameters.add(weights.parameters(), result.tally().examples());
                updaterState.add(weights.updaterState(), result.tally().examples());
                iteration = Math.max(iteration, weights.iteration());
            }
        }
        // a round without a minibatch leaves the network as it was
        if (iteration > 0) {
            new Weights(parameters.mean(), updaterState.mean(), iteration).writeTo(network);
        }
    }
}
