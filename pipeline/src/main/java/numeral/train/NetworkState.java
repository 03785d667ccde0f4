package numeral.train;

import java.io.Serializable;
import numeral.network.FastPath;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/**
 * A network in training, fit to be broadcast.
 *
 * @param configuration layers and optimiser as JSON
 * @param epoch epochs completed
 */
record NetworkState(String configuration, Weights weights, int epoch) implements Serializable {

    /** A network of its own in this state, with native convolutions engaged. */
    MultiLayerNetwork open() {
        FastPath.prepare();
        MultiLayerNetwork network = new MultiLayerNetwork(MultiLayerConfiguration.fromJson(configuration));
        network.init();
        FastPath.require(network);
        weights.writeTo(network);
        network.setEpochCount(epoch);
        return network;
    }
}
