package numeral.train;

import numeral.network.Networks;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** Trains one network in one thread on one shard, without Spark: what a single worker that averages once an epoch comes to, bit for bit. */
final class LocalTraining {
    private LocalTraining() {}

    /** The state after more epochs of the plan on the shard. */
    static NetworkState train(NetworkState start, Shard shard, TrainPlan plan, int epochs) {
        MultiLayerNetwork network = start.open();
        try {
            for (int epoch = start.epoch(); epoch < start.epoch() + epochs; epoch++) {
                network.setEpochCount(epoch);
                Minibatches.Place place = new Minibatches.Place(epoch, 0, 1, 0);
                Pass pass = new Pass(network, "epoch " + (epoch + 1), Seeds.derive(plan.seed(), epoch, 0, 0));
                pass.train(new Minibatches(shard, plan, place));
            }
            return new NetworkState(start.configuration(), Weights.of(network), start.epoch() + epochs);
        } finally {
            Networks.free(network);
        }
    }
}
