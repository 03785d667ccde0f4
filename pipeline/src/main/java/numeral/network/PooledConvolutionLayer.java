package numeral.network;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.params.ConvolutionParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What {@link PooledConvolution} does. Every step is an operation of the backend, which oneDNN or cuDNN serves, but for two on a CPU in single precision:
 * the way back through the pooling, and the gradient of the first layer's filters, which is one matrix product over the patches of the
 * image and needs no gradient of the image.
 */
final class PooledConvolutionLayer extends BaseLayer<PooledConvolution> {
    private static final int NHWC = 1;
    /** Weights are [filters, channels, height, width]. */
    private static final int FILTERS_FIRST = 1;

    private static final String WEIGHTS = ConvolutionParamInitializer.WEIGHT_KEY;
    private static final String BIAS = ConvolutionParamInitializer.BIAS_KEY;

    /** Kept from the way forward to the way back. */
    private transient INDArray convolved;

    private transient INDArray pooled;
    private transient INDArray patches;
    private transient Heap heap;

    PooledConvolutionLayer(NeuralNetConfiguration configuration, DataType type) {
        super(configuration, type);
    }

    @Override
    public boolean isPretrainLayer() {
        return false;
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        assertInputSet(false);
        // on the way back the values are still needed
        ArrayType kept = training ? ArrayType.ACTIVATIONS : ArrayType.FF_WORKING_MEM;
        INDArray image = Native.rowMajor(input, ArrayType.FF_WORKING_MEM, workspaces);
        long[] shape = convolvedShape(image);
        INDArray values = workspaces.createUninitialized(kept, dataType, shape, 'c');
        INDArray unfolded = null;
        if (training && isFirstOnCpu(image)) {
            unfolded = unfold(image, shape, kept, workspaces);
            INDArray flat = values.reshape('c', shape[0] * shape[1] * shape[2], shape[3]);
            Native.run("xw_plus_b", Native.arrays(unfolded, filters().transpose(), bias()), Native.arrays(flat));
        } else {
            Native.run("conv2d", Native.arrays(image, getParam(WEIGHTS), bias()), Native.arrays(values), convolution());
        }
        INDArray output = workspaces.createUninitialized(
                ArrayType.ACTIVATIONS, dataType, new long[] {shape[0], shape[1] / 2, shape[2] / 2, shape[3]}, 'c');
        Native.run("maxpool2d", Native.arrays(values), Native.arrays(output), pooling());
        layerConf().getActivationFn().getActivation(output, training);
        if (training) {
            convolved = values;
            pooled = output;
            patches = unfolded;
        }
        return output;
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        INDArray image = Native.rowMajor(input, ArrayType.BP_WORKING_MEM, workspaces);
        INDArray outer = Native.rowMajor(epsilon, ArrayType.BP_WORKING_MEM, workspaces);
        INDArray weightGradient = gradientViews.get(WEIGHTS);
        INDArray biasGradient = gradientViews.get(BIAS);
        INDArray inner = workspaces.createUninitialized(ArrayType.BP_WORKING_MEM, dataType, convolved.shape(), 'c');
        INDArray imageGradient = null;
        if (onCpu()) {
            float[] sums = unpool(outer, inner);
            if (patches != null) {
                INDArray flat = inner.reshape('c', patches.size(0), inner.size(3));
                Native.run("matmul", Native.arrays(flat, patches), Native.arrays(asFilters(weightGradient)), 1, 0, 0);
                HeapCopy.write(sums, biasGradient);
            }
        } else {
            unpoolOnDevice(outer, inner);
        }
        if (patches == null) {
            imageGradient = workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, dataType, image.shape(), 'c');
            Native.run(
                    "conv2d_bp",
                    Native.arrays(image, getParam(WEIGHTS), bias(), inner),
                    Native.arrays(imageGradient, weightGradient, biasGradient.reshape(biasGradient.length())),
                    convolution());
        }
        Gradient gradient = new DefaultGradient();
        gradient.setGradientFor(BIAS, biasGradient);
        gradient.setGradientFor(WEIGHTS, weightGradient, 'c');
        clear();
        return new Pair<>(gradient, imageGradient);
    }

    @Override
    public void clear() {
        super.clear();
        convolved = null;
        pooled = null;
        patches = null;
    }

    private boolean onCpu() {
        return dataType == DataType.FLOAT && FastPath.isCpu();
    }

    private boolean isFirstOnCpu(INDArray image) {
        return index == 0 && image.size(3) == 1 && onCpu();
    }

    /** The patches that the filters see, one a row: [images x height x width, kernel height x kernel width]. */
    private INDArray unfold(INDArray image, long[] shape, ArrayType kept, LayerWorkspaceMgr workspaces) {
        int[] kernel = layerConf().getKernelSize();
        INDArray unfolded = workspaces.createUninitialized(
                kept, dataType, new long[] {shape[0] * shape[1] * shape[2], (long) kernel[0] * kernel[1]}, 'c');
        Heap arrays = heap(image, shape);
        for (int i = 0; i < shape[0]; i++) {
            HeapCopy.read(image, (long) i * arrays.image.length, arrays.image);
            Patches.unfold(arrays.image, (int) image.size(2), kernel[0], kernel[1], arrays.patches);
            HeapCopy.write(arrays.patches, unfolded, (long) i * arrays.patches.length);
        }
        return unfolded;
    }

    /** Fills the gradient before pooling from the one behind it; returns its sum by channel. */
    private float[] unpool(INDArray outer, INDArray inner) {
        Heap arrays = heap(input, inner.shape());
        for (int i = 0; i < inner.size(0); i++) {
            HeapCopy.read(convolved, (long) i * arrays.convolved.length, arrays.convolved);
            HeapCopy.read(pooled, (long) i * arrays.pooled.length, arrays.pooled);
            HeapCopy.read(outer, (long) i * arrays.pooled.length, arrays.gradient);
            arrays.unpooling.apply(arrays.convolved, arrays.pooled, arrays.gradient);
            HeapCopy.write(arrays.convolved, inner, (long) i * arrays.convolved.length);
        }
        return arrays.unpooling.takeBiasGradient();
    }

    private void unpoolOnDevice(INDArray outer, INDArray inner) {
        // ReLU's gradient at its output is that at its input
        INDArray beforeActivation =
                layerConf().getActivationFn().backprop(pooled, outer).getFirst();
        Native.run("maxpool2d_bp", Native.arrays(convolved, beforeActivation), Native.arrays(inner), pooling());
    }

    private Heap heap(INDArray image, long[] convolvedShape) {
        if (heap == null) {
            heap = new Heap(image, convolvedShape, layerConf());
        }
        return heap;
    }

    private INDArray filters() {
        return asFilters(getParam(WEIGHTS));
    }

    private static INDArray asFilters(INDArray weights) {
        return weights.reshape('c', weights.size(0), weights.length() / weights.size(0));
    }

    private INDArray bias() {
        INDArray bias = getParam(BIAS);
        return bias.reshape(bias.length());
    }

    private long[] convolvedShape(INDArray image) {
        int[] kernel = layerConf().getKernelSize();
        return new long[] {
            image.size(0),
            image.size(1) - kernel[0] + 1,
            image.size(2) - kernel[1] + 1,
            layerConf().getNOut()
        };
    }

    private int[] convolution() {
        int[] kernel = layerConf().getKernelSize();
        return new int[] {kernel[0], kernel[1], 1, 1, 0, 0, 1, 1, 0, NHWC, FILTERS_FIRST};
    }

    private static int[] pooling() {
        return new int[] {2, 2, 2, 2, 0, 0, 1, 1, 0, 1, NHWC};
    }

    /** Arrays of one image on the Java heap, used over and over. */
    private static final class Heap {
        final float[] image;
        final float[] patches;
        final float[] convolved;
        final float[] pooled;
        final float[] gradient;
        final MaxUnpooling unpooling;

        Heap(INDArray input, long[] shape, PooledConvolution conf) {
            int positions = (int) (shape[1] * shape[2]);
            int[] kernel = conf.getKernelSize();
            image = new float[(int) (input.length() / input.size(0))];
            patches = new float[positions * kernel[0] * kernel[1]];
            convolved = new float[positions * (int) shape[3]];
            pooled = new float[(int) (shape[1] / 2 * (shape[2] / 2) * shape[3])];
            gradient = new float[pooled.length];
            unpooling = new MaxUnpooling((int) shape[1], (int) shape[2], (int) shape[3], conf.relu());
        }
    }
}
