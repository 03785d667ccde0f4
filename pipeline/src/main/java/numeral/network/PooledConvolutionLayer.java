package numeral.network;

import numeral.kernel.ConvolutionShape;
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

/** What {@link PooledConvolution} does, by the vector instructions of the JVM where it can, else by the backend's operations. */
final class PooledConvolutionLayer extends BaseLayer<PooledConvolution> {
    private static final String WEIGHTS = ConvolutionParamInitializer.WEIGHT_KEY;
    private static final String BIAS = ConvolutionParamInitializer.BIAS_KEY;

    private transient ConvolutionPath path;

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
        INDArray image = Native.rowMajor(input, ArrayType.FF_WORKING_MEM, workspaces);
        return path(image).forward(image, parameters(), training, workspaces);
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        INDArray image = Native.rowMajor(input, ArrayType.BP_WORKING_MEM, workspaces);
        INDArray outer = Native.rowMajor(epsilon, ArrayType.BP_WORKING_MEM, workspaces);
        ConvolutionPath.Parameters gradients =
                new ConvolutionPath.Parameters(gradientViews.get(WEIGHTS), gradientViews.get(BIAS));
        INDArray imageGradient = path(image).backward(image, outer, parameters(), gradients, workspaces);
        Gradient gradient = new DefaultGradient();
        gradient.setGradientFor(BIAS, gradients.bias());
        gradient.setGradientFor(WEIGHTS, gradients.weights(), 'c');
        clear();
        return new Pair<>(gradient, imageGradient);
    }

    @Override
    public void clear() {
        super.clear();
        if (path != null) {
            path.clear();
        }
    }

    private ConvolutionPath.Parameters parameters() {
        return new ConvolutionPath.Parameters(getParam(WEIGHTS), getParam(BIAS));
    }

    private ConvolutionPath path(INDArray image) {
        if (path == null || path instanceof LaneConvolution lanes && !lanes.fits(image)) {
            path = lanesCan(image)
                    ? new LaneConvolution(shape(image), layerConf().relu())
                    : new NativeConvolution(layerConf());
        }
        return path;
    }

    private boolean lanesCan(INDArray image) {
        // of a single channel there is no gradient
        boolean needsNoGradient = index == 0 || image.size(3) > 1;
        return dataType == DataType.FLOAT && needsNoGradient && FastPath.usesVectorInstructions();
    }

    private ConvolutionShape shape(INDArray image) {
        int[] kernel = layerConf().getKernelSize();
        return new ConvolutionShape(
                (int) image.size(1),
                (int) image.size(2),
                (int) image.size(3),
                kernel[0],
                kernel[1],
                (int) layerConf().getNOut(),
                layerConf().pool());
    }
}
