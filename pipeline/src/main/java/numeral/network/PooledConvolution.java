package numeral.network;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A convolution, max-pooling and ReLU (or no activation) in one layer, channels last, without padding, at stride 1. The parameters are those of
 * {@link ConvolutionLayer}, in the same order, and so is the result of that layer with pooling and activation behind it; what knows of the pooling trains several
 * times faster.
 */
public final class PooledConvolution extends ConvolutionLayer {
    /** Side of the windows of which the largest value is kept; 1 keeps all. */
    private int pool = 2;

    /** For reading from JSON. */
    PooledConvolution() {}

    private PooledConvolution(Builder builder) {
        super(builder);
        pool = builder.pool;
        setCnn2dDataFormat(CNN2DFormat.NHWC);
        requireOnes("stride", getStride());
        requireOnes("dilation", getDilation());
        if (getConvolutionMode() != ConvolutionMode.Truncate || !Arrays.equals(getPadding(), new int[] {0, 0})) {
            throw unsupported("mode " + getConvolutionMode() + " and padding " + Arrays.toString(getPadding()));
        }
    }

    /** Builds a layer; kernel and number of filters are all that it needs. */
    public static final class Builder extends ConvolutionLayer.BaseConvBuilder<Builder> {
        private int pool = 2;

        public Builder(int kernelHeight, int kernelWidth) {
            super(new int[] {kernelHeight, kernelWidth});
            convolutionMode(ConvolutionMode.Truncate);
        }

        /** Side of the pooling windows and their stride: 2, which is the default, or 1 for no pooling. */
        public Builder pool(int side) {
            if (side != 1 && side != 2) {
                throw new IllegalArgumentException("pool is " + side + ", expected 1 or 2");
            }
            pool = side;
            return this;
        }

        @Override
        protected boolean allowCausal() {
            return false;
        }

        @Override
        @SuppressWarnings("unchecked")
        public PooledConvolution build() {
            return new PooledConvolution(this);
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
        requireKnownActivation();
        PooledConvolutionLayer layer = new PooledConvolutionLayer(configuration, type);
        layer.setListeners(listeners);
        layer.setIndex(index);
        layer.setParamsViewArray(parameters);
        Map<String, INDArray> table = initializer().init(configuration, parameters, initialize);
        layer.setParamTable(table);
        layer.setConf(configuration);
        return layer;
    }

    @Override
    public InputType getOutputType(int index, InputType input) {
        InputType.InputTypeConvolutional convolved =
                (InputType.InputTypeConvolutional) super.getOutputType(index, input);
        return InputType.convolutional(
                convolved.getHeight() / pool, convolved.getWidth() / pool, convolved.getChannels(), CNN2DFormat.NHWC);
    }

    int pool() {
        return pool;
    }

    boolean relu() {
        return getActivationFn() instanceof ActivationReLU;
    }

    private void requireKnownActivation() {
        if (!relu() && !(getActivationFn() instanceof ActivationIdentity)) {
            throw unsupported("activation " + getActivationFn());
        }
    }

    private void requireOnes(String name, int[] values) {
        if (!Arrays.equals(values, new int[] {1, 1})) {
            throw unsupported(name + " " + Arrays.toString(values));
        }
    }

    private IllegalArgumentException unsupported(String what) {
        return new IllegalArgumentException("pooled convolution" + (getLayerName() == null ? "" : " " + getLayerName())
                + " has " + what + ", expected stride and dilation 1, no padding (Truncate), ReLU or identity");
    }
}
