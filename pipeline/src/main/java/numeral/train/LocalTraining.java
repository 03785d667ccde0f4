package numeral.train;

import java.util.List;
import numeral.InputRefused;
import numeral.network.Networks;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** Trains one network in one thread on one shard, without Spark. */
final class LocalTraining {
    private LocalTraining() {}

    /** The state after more epochs of the plan on the shard. */
    static NetworkState train(NetworkState start, Shard shard, TrainPlan plan, int epochs) {
        MultiLayerNetwork network = start.open();
        TallyListener counter = new TallyListener();
        network.setListeners(counter);
        try {
            for (int epoch = start.epoch(); epoch < start.epoch() + epochs; epoch++) {
                Nd4j.getRandom().setSeed(Seeds.derive(plan.seed(), epoch, 0, 0));
                network.setEpochCount(epoch);
                for (int round = 0; round < plan.roundsPerEpoch(); round++) {
                    Minibatches minibatches = new Minibatches(shard, plan, new Minibatches.Place(epoch, round, 0));
                    while (minibatches.hasNext()) {
                        train(network, minibatches.next());
                    }
                }
                if (!Double.isFinite(counter.tally().lossSum())) {
                    throw new InputRefused(
                            List.of("training diverged: the loss is no finite number in epoch " + (epoch + 1)));
                }
            }
            return new NetworkState(start.configuration(), Weights.of(network), start.epoch() + epochs);
        } finally {
            Networks.free(network);
        }
    }

    private static void train(MultiLayerNetwork network, DataSet minibatch) {
        try (INDArray features = minibatch.getFeatures();
                INDArray labels = minibatch.getLabels()) {
            network.fit(minibatch);
        }
    }
}
