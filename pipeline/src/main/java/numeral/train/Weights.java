package numeral.train;

import java.io.Serializable;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What training changes in a network, as plain Java values fit to be broadcast and collected: Spark frees what it broadcasts or caches when it likes,
 * which native arrays do not survive, and serialises those a float at a time.
 *
 * @param updaterState Adam's two moments
 * @param iteration minibatches that one worker has trained, the step that Adam corrects its moments by
 */
record Weights(float[] parameters, float[] updaterState, int iteration) implements Serializable {

    static Weights of(MultiLayerNetwork network) {
        MultiLayerConfiguration configuration = network.getLayerWiseConfigurations();
        return new Weights(
                network.params().data().asFloat(),
                network.getUpdater().getStateViewArray().data().asFloat(),
                configuration.getIterationCount());
    }

    /** Puts them into a network of the same shape. */
    void writeTo(MultiLayerNetwork network) {
        try (INDArray newParameters = Nd4j.createFromArray(parameters);
                INDArray newState = Nd4j.createFromArray(updaterState)) {
            network.params().assign(newParameters);
            network.getUpdater().getStateViewArray().assign(newState);
        }
        network.setIterationCount(iteration);
    }
}
