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
 * @param updaterState Adam's two moments; empty where all of them are 0
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
        assign(network.params(), parameters);
        if (updaterState.length == 0) {
            network.getUpdater().getStateViewArray().assign(0);
        } else {
            assign(network.getUpdater().getStateViewArray(), updaterState);
        }
        network.setIterationCount(iteration);
    }

    /** The same with other parameters. */
    Weights with(float[] otherParameters) {
        return new Weights(otherParameters, updaterState, iteration);
    }

    /** The parameters alone, for an optimiser that starts anew. */
    Weights withoutUpdaterState() {
        return new Weights(parameters, new float[0], 0);
    }

    private static void assign(INDArray target, float[] values) {
        try (INDArray source = Nd4j.createFromArray(values)) {
            target.assign(source);
        }
    }
}
