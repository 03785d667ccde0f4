package numeral.train;

import java.util.Iterator;
import java.util.List;
import numeral.network.Networks;
import numeral.train.Averaging.UpdaterState;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.dataset.api.DataSet;

/** Trains one worker's minibatches of one averaging round from the broadcast state. The same task run again gives the same result. */
final class AveragingWorker extends LayersOnlyWorker<WorkerResult> {
    private final Broadcast<NetworkState> state;
    private final UpdaterState updaterState;
    private final int round;
    private final long seed;
    private transient Pass pass;

    AveragingWorker(Broadcast<NetworkState> state, UpdaterState updaterState, int round, long seed) {
        this.state = state;
        this.updaterState = updaterState;
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
        try {
            pass.train(partition);
            return List.of(getFinalResult(network)).iterator();
        } finally {
            Networks.free(network);
        }
    }

    @Override
    public MultiLayerNetwork getInitialModel() {
        NetworkState start = state.value();
        int worker = TaskContext.getPartitionId();
        MultiLayerNetwork network = start.open();
        String place = "epoch " + (start.epoch() + 1) + ", round " + (round + 1) + ", worker " + (worker + 1);
        pass = new Pass(network, place, Seeds.derive(seed, start.epoch(), round, worker));
        return network;
    }

    @Override
    public WorkerResult processMinibatch(DataSet minibatch, MultiLayerNetwork network, boolean isLast) {
        pass.train(minibatch);
        return isLast ? getFinalResult(network) : null;
    }

    @Override
    public WorkerResult getFinalResult(MultiLayerNetwork network) {
        Weights reached = Weights.of(network);
        Weights sent = updaterState == UpdaterState.RESET ? reached.withoutUpdaterState() : reached;
        return new WorkerResult(sent, pass.tally(), pass.time());
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
