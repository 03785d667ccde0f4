package numeral.network;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What {@link FusedDense} does: three matrix products of the backend. Weights lie as [units, inputs], and the products are written to suit that. */
final class FusedDenseLayer extends BaseLayer<FusedDense> {
    private static final String WEIGHTS = DefaultParamInitializer.WEIGHT_KEY;
    private static final String BIAS = DefaultParamInitializer.BIAS_KEY;

    private transient INDArray output;

    FusedDenseLayer(NeuralNetConfiguration configuration, DataType type) {
        super(configuration, type);
    }

    @Override
    public boolean isPretrainLayer() {
        return false;
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        assertInputSet(false);
        INDArray rows = Native.rowMajor(input, ArrayType.FF_WORKING_MEM, workspaces);
        INDArray result = workspaces.createUninitialized(
                ArrayType.ACTIVATIONS,
                dataType,
                new long[] {rows.size(0), layerConf().getNOut()},
                'c');
        Native.run("matmul", Native.arrays(rows, getParam(WEIGHTS).transpose()), Native.arrays(result), 0, 1, 0);
        result.addiRowVector(getParam(BIAS));
        layerConf().getActivationFn().getActivation(result, training);
        if (training) {
            output = result;
        }
        return result;
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        INDArray rows = Native.rowMajor(input, ArrayType.BP_WORKING_MEM, workspaces);
        // both activations have the same gradient at their output as at their input
        INDArray delta = Native.rowMajor(
                layerConf().getActivationFn().backprop(output, epsilon).getFirst(),
                ArrayType.BP_WORKING_MEM,
                workspaces);
        INDArray weightGradient = gradientViews.get(WEIGHTS);
        INDArray biasGradient = gradientViews.get(BIAS);
        Native.run("matmul", Native.arrays(delta, rows), Native.arrays(weightGradient.transpose()), 1, 0, 0);
        delta.sum(biasGradient, 0);
        INDArray inputGradient = workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, dataType, rows.shape(), 'c');
        Native.run(
                "matmul", Native.arrays(delta, getParam(WEIGHTS).transpose()), Native.arrays(inputGradient), 0, 0, 0);
        Gradient gradient = new DefaultGradient();
        gradient.setGradientFor(WEIGHTS, weightGradient);
        gradient.setGradientFor(BIAS, biasGradient);
        clear();
        return new Pair<>(gradient, inputGradient);
    }

    @Override
    public void clear() {
        super.clear();
        output = null;
    }
}
