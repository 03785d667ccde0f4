package numeral.network;

import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A way to compute what a {@link PooledConvolution} is, on images [n, height, width, channels] that lie in one piece. Keeps what the way back needs. */
sealed interface ConvolutionPath permits NativeConvolution, LaneConvolution {
    /** Parameters of the layer, or their gradients: weights [filters, channels, height, width] and a bias a filter. */
    record Parameters(INDArray weights, INDArray bias) {}

    /** Convolution, pooling and activation. */
    INDArray forward(INDArray image, Parameters parameters, boolean training, LayerWorkspaceMgr workspaces);

    /** Fills the gradients of the parameters; returns that of the image, or null where it has none. */
    INDArray backward(
            INDArray image,
            INDArray gradient,
            Parameters parameters,
            Parameters gradients,
            LayerWorkspaceMgr workspaces);

    /** Lets go of what the last pass left. */
    void clear();
}
