package numeral.network;

import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Gives rows of 784 pixels, or images of one channel, the shape [n, 28, 28, 1]. Unlike DL4J's own it accepts that the layer behind has no gradient for it. */
public final class ImageInput implements InputPreProcessor {
    @Override
    public INDArray preProcess(INDArray input, int minibatch, LayerWorkspaceMgr workspaces) {
        INDArray images = input.reshape('c', input.size(0), Networks.SIDE, Networks.SIDE, 1);
        return workspaces.leverageTo(ArrayType.ACTIVATIONS, images);
    }

    /** The gradient in the shape of a row, or null where there is none. */
    @Override
    public INDArray backprop(INDArray gradient, int minibatch, LayerWorkspaceMgr workspaces) {
        return gradient == null
                ? null
                : workspaces.leverageTo(
                        ArrayType.ACTIVATION_GRAD, gradient.reshape('c', gradient.size(0), Networks.PIXELS));
    }

    @Override
    public InputType getOutputType(InputType input) {
        return InputType.convolutional(Networks.SIDE, Networks.SIDE, 1, CNN2DFormat.NHWC);
    }

    @Override
    public Pair<INDArray, MaskState> feedForwardMaskArray(INDArray mask, MaskState state, int minibatch) {
        return new Pair<>(mask, state);
    }

    @Override
    public ImageInput clone() {
        return new ImageInput();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ImageInput;
    }

    @Override
    public int hashCode() {
        return ImageInput.class.hashCode();
    }
}
