package numeral.train;

import java.util.Iterator;
import java.util.List;
import numeral.network.Networks;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** Trains one worker's minibatches of one averaging round from the broadcast state. The same task run again gives the same result. */
final class AveragingWorker extends LayersOnlyWorker<WorkerResult> {
    private final Broadcast<NetworkState> state;
    private final int round;
    private final long seed;
    private transient TallyListener counter;
    private transient long computeNanos;
    private transient int minibatches;

    AveragingWorker(Broadcast<NetworkState> state, int round, long seed) {
        this.state = state;
        this.round = round;
        this.seed = seed;
    }

    /** Lets the executors forget the state that this worker started from. */
    void release() {
        state.destroy();
    }

    /** Trains the minibatches of one partition, one at a time. */
    Iterator<WorkerResult> train(Iterator<? extends DataSet> partition) {
        if (!partition.hasNext()) {
            return List.of(getFinalResultNoData()).iterator();
        }
        MultiLayerNetwork network = getInitialModel();
        WorkerResult result = null;
        while (partition.hasNext()) {
            DataSet minibatch = partition.next();
            try (INDArray features = minibatch.getFeatures();
                    INDArray labels = minibatch.getLabels()) {
                result = processMinibatch(minibatch, network, !partition.hasNext());
            }
        }
        Networks.free(network);
        return List.of(result).iterator();
    }

    @Override
    public MultiLayerNetwork getInitialModel() {
        NetworkState start = state.value();
        // dropout draws from the thread's generator, which the clock seeds otherwise
        Nd4j.getRandom().setSeed(Seeds.derive(seed, start.epoch(), round, TaskContext.getPartitionId()));
        MultiLayerNetwork network = start.open();
        counter = new TallyListener();
        network.setListeners(counter);
        computeNanos = 0;
        minibatches = 0;
        return network;
    }

    @Override
    public WorkerResult processMinibatch(DataSet minibatch, MultiLayerNetwork network, boolean isLast) {
        long start = System.nanoTime();
        network.fit(minibatch);
        computeNanos += System.nanoTime() - start;
        minibatches++;
        if (!Double.isFinite(counter.tally().lossSum())) {
            throw new IllegalStateException("training diverged: the loss is no finite number in epoch "
                    + (state.value().epoch() + 1) + ", round " + (round + 1) + ", worker "
                    + TaskContext.getPartitionId() + ", minibatch " + minibatches
                    + "; try a lower numeral.train.learning-rate");
        }
        return isLast ? getFinalResult(network) : null;
    }

    @Override
    public WorkerResult getFinalResult(MultiLayerNetwork network) {
        return new WorkerResult(Weights.of(network), counter.tally(), computeNanos);
    }

    @Override
    public WorkerResult getFinalResultNoData() {
        return WorkerResult.noData();
    }

    @Override
    public long getInstanceId() {
        return round;
    }
}
