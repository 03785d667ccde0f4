package numeral.network;

import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A dense layer with ReLU or no activation. Parameters and results are those of DeepLearning4J's dense layer, which computes its way forward a second time
 * on the way back; this one keeps it.
 */
public final class FusedDense extends FeedForwardLayer {
    /** For reading from JSON. */
    FusedDense() {}

    private FusedDense(Builder builder) {
        super(builder);
        initializeConstraints(builder);
    }

    /** Builds a layer; the number of units is all that it needs. */
    public static final class Builder extends FeedForwardLayer.Builder<Builder> {
        @Override
        @SuppressWarnings("unchecked")
        public FusedDense build() {
            return new FusedDense(this);
        }
    }

    @Override
    public Layer instantiate(
            NeuralNetConfiguration configuration,
            Collection<TrainingListener> listeners,
            int index,
            INDArray parameters,
            boolean initialize,
            DataType type) {
        if (!(getActivationFn() instanceof ActivationReLU || getActivationFn() instanceof ActivationIdentity)) {
            throw new IllegalArgumentException(
                    "dense layer " + index + " has activation " + getActivationFn() + ", expected ReLU or identity");
        }
        FusedDenseLayer layer = new FusedDenseLayer(configuration, type);
        layer.setListeners(listeners);
        layer.setIndex(index);
        layer.setParamsViewArray(parameters);
        layer.setParamTable(initializer().init(configuration, parameters, initialize));
        layer.setConf(configuration);
        return layer;
    }

    @Override
    public ParamInitializer initializer() {
        return DefaultParamInitializer.getInstance();
    }

    @Override
    public LayerMemoryReport getMemoryReport(InputType input) {
        InputType output = getOutputType(-1, input);
        long parameters = initializer().numParams(this);
        int state = (int) getIUpdater().stateSize(parameters);
        return new LayerMemoryReport.Builder(getLayerName(), FusedDense.class, input, output)
                .standardMemory(parameters, state)
                .workingMemory(0, 0, 0, 0)
                .cacheMemory(0, 0)
                .build();
    }
}
