package numeral.network;

import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;

/** By the backend's operations, which oneDNN or cuDNN serves: any device, any precision. */
final class NativeConvolution implements ConvolutionPath {
    private static final int NHWC = 1;
    /** Weights are [filters, channels, height, width]. */
    private static final int FILTERS_FIRST = 1;

    private final PooledConvolution layer;
    private INDArray convolved;
    private INDArray output;

    NativeConvolution(PooledConvolution layer) {
        this.layer = layer;
    }

    @Override
    public INDArray forward(INDArray image, Parameters parameters, boolean training, LayerWorkspaceMgr workspaces) {
        int[] kernel = layer.getKernelSize();
        long height = image.size(1) - kernel[0] + 1;
        long width = image.size(2) - kernel[1] + 1;
        // on the way back the values are still needed
        ArrayType kept = training || layer.pool() == 1 ? ArrayType.ACTIVATIONS : ArrayType.FF_WORKING_MEM;
        long[] shape = {image.size(0), height, width, layer.getNOut()};
        INDArray values = workspaces.createUninitialized(kept, image.dataType(), shape, 'c');
        Native.run(
                "conv2d",
                Native.arrays(image, parameters.weights(), flat(parameters.bias())),
                Native.arrays(values),
                convolution());
        INDArray result = values;
        if (layer.pool() > 1) {
            long[] pooled = {shape[0], height / layer.pool(), width / layer.pool(), shape[3]};
            result = workspaces.createUninitialized(ArrayType.ACTIVATIONS, image.dataType(), pooled, 'c');
            Native.run("maxpool2d", Native.arrays(values), Native.arrays(result), pooling());
        }
        layer.getActivationFn().getActivation(result, training);
        if (training) {
            convolved = values;
            output = result;
        }
        return result;
    }

    @Override
    public INDArray backward(
            INDArray image,
            INDArray gradient,
            Parameters parameters,
            Parameters gradients,
            LayerWorkspaceMgr workspaces) {
        // ReLU's gradient at its output is that at its input
        INDArray inner = layer.getActivationFn().backprop(output, gradient).getFirst();
        if (layer.pool() > 1) {
            INDArray pooled = inner;
            inner = workspaces.createUninitialized(ArrayType.BP_WORKING_MEM, image.dataType(), convolved.shape(), 'c');
            Native.run("maxpool2d_bp", Native.arrays(convolved, pooled), Native.arrays(inner), pooling());
        }
        INDArray imageGradient =
                workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, image.dataType(), image.shape(), 'c');
        Native.run(
                "conv2d_bp",
                Native.arrays(image, parameters.weights(), flat(parameters.bias()), inner),
                Native.arrays(imageGradient, gradients.weights(), flat(gradients.bias())),
                convolution());
        return imageGradient;
    }

    @Override
    public void clear() {
        convolved = null;
        output = null;
    }

    private static INDArray flat(INDArray bias) {
        return bias.reshape(bias.length());
    }

    private int[] convolution() {
        int[] kernel = layer.getKernelSize();
        return new int[] {kernel[0], kernel[1], 1, 1, 0, 0, 1, 1, 0, NHWC, FILTERS_FIRST};
    }

    private int[] pooling() {
        int side = layer.pool();
        return new int[] {side, side, side, side, 0, 0, 1, 1, 0, 1, NHWC};
    }
}
