package numeral.train;

import java.io.Serializable;
import numeral.network.FastPath;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A network in training as plain Java values, fit to be broadcast: Spark frees what it broadcasts or caches when it likes, which native arrays do not
 * survive, and serialises them a float at a time.
 *
 * @param updaterState Adam's two moments
 * @param iteration minibatches that one worker has trained, the step that Adam corrects its moments by
 * @param epoch epochs completed
 */
record NetworkState(String configuration, float[] parameters, float[] updaterState, int iteration, int epoch)
        implements Serializable {

    static NetworkState of(MultiLayerNetwork network) {
        MultiLayerConfiguration configuration = network.getLayerWiseConfigurations();
        return new NetworkState(
                configuration.toJson(),
                network.params().data().asFloat(),
                network.getUpdater().getStateViewArray().data().asFloat(),
                configuration.getIterationCount(),
                configuration.getEpochCount());
    }

    /** A network of its own in this state, with native convolutions engaged. */
    MultiLayerNetwork open() {
        FastPath.prepare();
        MultiLayerNetwork network = new MultiLayerNetwork(MultiLayerConfiguration.fromJson(configuration));
        network.init();
        FastPath.require(network);
        writeTo(network);
        return network;
    }

    /** Puts a network of the same configuration into this state. */
    void writeTo(MultiLayerNetwork network) {
        try (INDArray newParameters = Nd4j.createFromArray(parameters);
                INDArray newState = Nd4j.createFromArray(updaterState)) {
            network.params().assign(newParameters);
            network.getUpdater().getStateViewArray().assign(newState);
        }
        network.setIterationCount(iteration);
        network.setEpochCount(epoch);
    }

    NetworkState with(float[] newParameters, float[] newUpdaterState, int newIteration) {
        return new NetworkState(configuration, newParameters, newUpdaterState, newIteration, epoch);
    }
}
