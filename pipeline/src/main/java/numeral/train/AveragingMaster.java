package numeral.train;

import java.io.Serializable;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.rdd.PartitionPruningRDD;
import org.deeplearning4j.spark.impl.multilayer.SparkDl4jMultiLayer;
import org.nd4j.linalg.dataset.DataSet;
import scala.Function1;

/**
 * Synchronous parameter averaging. One call of {@link SparkDl4jMultiLayer#fit} is one epoch. Of the minibatches given, each run of {@code workers}
 * partitions is one averaging round: its tasks start from the same parameters, and the mean of what they reach, weighted by the examples behind it, is
 * where the next round starts. Adam's moments are averaged the same way, where they are kept; its step goes on from the worker with the most minibatches.
 */
final class AveragingMaster extends LayersOnlyMaster<WorkerResult, AveragingWorker> {
    /** Weights of that many workers are summed in one place: more of them cost the driver's network more than another level of tasks does. */
    private static final int FAN_IN = 16;

    private final String configuration;
    private final Averaging averaging;
    private final long seed;
    private final RunningAverage average;
    private final TreeMerge tree;
    private int round;
    private Epoch lastEpoch = new Epoch(Tally.ZERO, 0, 0, 0);

    /**
     * A master for networks of one configuration.
     *
     * @param configuration layers and optimiser as JSON
     * @param average takes in the parameters after each round
     */
    AveragingMaster(String configuration, Averaging averaging, long seed, RunningAverage average) {
        this.configuration = configuration;
        this.averaging = averaging;
        this.seed = seed;
        this.average = average;
        this.tree = new TreeMerge(FAN_IN);
    }

    /**
     * What an epoch came to.
     *
     * @param computeSeconds mean over the workers of their seconds in forward and backward passes
     * @param dataSeconds mean over the workers of their seconds of preparing minibatches
     */
    record Epoch(Tally tally, int rounds, double computeSeconds, double dataSeconds) {}

    Epoch lastEpoch() {
        return lastEpoch;
    }

    @Override
    public void executeTraining(SparkDl4jMultiLayer network, JavaRDD<DataSet> minibatches) {
        int workers = averaging.workers();
        int rounds = minibatches.getNumPartitions() / workers;
        if (rounds * workers != minibatches.getNumPartitions()) {
            throw new IllegalArgumentException("minibatches are in " + minibatches.getNumPartitions()
                    + " partitions, expected a multiple of the " + workers + " workers");
        }
        Tally tally = Tally.ZERO;
        WorkTime time = WorkTime.ZERO;
        for (round = 0; round < rounds; round++) {
            AveragingWorker worker = getWorkerInstance(network);
            WorkerResult result = tree.merge(ofRound(minibatches, round).mapPartitions(worker::train));
            worker.release();
            // a round without a minibatch leaves the network as it was
            result.weights().ifPresent(weights -> {
                weights.writeTo(network.getNetwork());
                average.add(weights.parameters());
            });
            tally = tally.plus(result.tally());
            time = time.plus(result.time());
        }
        lastEpoch = new Epoch(tally, rounds, time.computeNanos() / 1e9 / workers, time.dataNanos() / 1e9 / workers);
    }

    /** A worker of the current round that starts from the network as it is now. */
    @Override
    public AveragingWorker getWorkerInstance(SparkDl4jMultiLayer network) {
        NetworkState state = new NetworkState(
                configuration,
                Weights.of(network.getNetwork()),
                network.getNetwork().getEpochCount());
        return new AveragingWorker(network.getSparkContext().broadcast(state), averaging.updaterState(), round, seed);
    }

    private JavaRDD<DataSet> ofRound(JavaRDD<DataSet> minibatches, int wanted) {
        int perRound = averaging.workers();
        Function1<Object, Object> inRound =
                (Function1<Object, Object> & Serializable) partition -> (int) partition / perRound == wanted;
        return JavaRDD.fromRDD(PartitionPruningRDD.create(minibatches.rdd(), inRound), minibatches.classTag());
    }
}
