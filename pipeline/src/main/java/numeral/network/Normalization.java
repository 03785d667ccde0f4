package numeral.network;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** A batch normalisation that is no longer trained: {@code (value - mean) / sqrt(variance + epsilon) * gamma + beta}, one of each a channel. */
record Normalization(INDArray gamma, INDArray beta, INDArray mean, INDArray variance, double epsilon) {
    /** What a layer of {@link BatchNormalization} has learnt. */
    static Normalization of(Layer layer) {
        BatchNormalization settings = (BatchNormalization) layer.conf().getLayer();
        INDArray mean = layer.getParam(BatchNormalizationParamInitializer.GLOBAL_MEAN);
        boolean fixed = settings.isLockGammaBeta();
        INDArray gamma = fixed
                ? Nd4j.valueArrayOf(mean.shape(), settings.getGamma(), mean.dataType())
                : layer.getParam(BatchNormalizationParamInitializer.GAMMA);
        INDArray beta = fixed
                ? Nd4j.valueArrayOf(mean.shape(), settings.getBeta(), mean.dataType())
                : layer.getParam(BatchNormalizationParamInitializer.BETA);
        return new Normalization(
                Nd4j.toFlattened(gamma),
                Nd4j.toFlattened(beta),
                Nd4j.toFlattened(mean),
                Nd4j.toFlattened(variance(layer, settings)),
                settings.getEps());
    }

    /** Factor of a value. */
    float[] scale() {
        float[] scale = new float[(int) gamma.length()];
        for (int i = 0; i < scale.length; i++) {
            scale[i] = (float) (gamma.getDouble(i) / Math.sqrt(variance.getDouble(i) + epsilon));
        }
        return scale;
    }

    /** What is added to the scaled value. */
    float[] shift() {
        float[] scale = scale();
        float[] shift = new float[scale.length];
        for (int i = 0; i < scale.length; i++) {
            shift[i] = (float) (beta.getDouble(i) - mean.getDouble(i) * scale[i]);
        }
        return shift;
    }

    private static INDArray variance(Layer layer, BatchNormalization settings) {
        if (!settings.isUseLogStd()) {
            return layer.getParam(BatchNormalizationParamInitializer.GLOBAL_VAR);
        }
        INDArray log10OfDeviation = layer.getParam(BatchNormalizationParamInitializer.GLOBAL_LOG_STD);
        return Transforms.exp(log10OfDeviation.mul(2 * Math.log(10)), true);
    }
}
