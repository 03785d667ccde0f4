package numeral.network;

import java.util.ArrayList;
import java.util.List;
import numeral.kernel.ConvolutionBackward;
import numeral.kernel.ConvolutionForward;
import numeral.kernel.ConvolutionShape;
import numeral.kernel.Lanes;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;

/** By the JVM's vector instructions, with the images of a minibatch side by side: the fastest there is on a CPU, in single precision. */
final class LaneConvolution implements ConvolutionPath {
    private final ConvolutionShape shape;
    private final ConvolutionForward forward;
    private final ConvolutionBackward backward;
    private final float[] weights;
    private final float[] bias;
    private final float[] inRows;
    private final float[] outRows;
    private final float[] out;
    private final float[] inGradient;
    private final List<Block> blocks = new ArrayList<>();

    /** What a block of images leaves for the way back. */
    private record Block(float[] in, float[] winners) {}

    LaneConvolution(ConvolutionShape shape, boolean relu) {
        this.shape = shape;
        this.forward = new ConvolutionForward(shape, relu);
        this.backward = new ConvolutionBackward(shape);
        this.weights = new float[shape.filters() * shape.channels() * shape.kernelHeight() * shape.kernelWidth()];
        this.bias = new float[shape.filters()];
        this.inRows = new float[shape.height() * shape.width() * shape.channels() * Lanes.COUNT];
        this.outRows = new float[shape.outHeight() * shape.outWidth() * shape.filters() * Lanes.COUNT];
        this.out = new float[shape.outBlock()];
        this.inGradient = new float[backward.hasInputGradient() ? shape.inBlock() : 0];
    }

    boolean fits(INDArray image) {
        return image.size(1) == shape.height() && image.size(2) == shape.width();
    }

    @Override
    public INDArray forward(INDArray image, Parameters parameters, boolean training, LayerWorkspaceMgr workspaces) {
        HeapCopy.read(parameters.weights(), weights);
        HeapCopy.read(parameters.bias(), bias);
        forward.filters(weights, bias);
        long[] outShape = {image.size(0), shape.outHeight(), shape.outWidth(), shape.filters()};
        INDArray result = workspaces.createUninitialized(ArrayType.ACTIVATIONS, image.dataType(), outShape, 'c');
        for (int first = 0; first < image.size(0); first += Lanes.COUNT) {
            int images = images(image, first);
            Block block = block(training ? first / Lanes.COUNT : 0);
            read(image, first, images, shape.channels(), inRows, block.in());
            if (training) {
                forward.apply(block.in(), out, block.winners());
            } else {
                forward.apply(block.in(), out);
            }
            write(out, result, first, images, shape.filters(), outRows);
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
        INDArray imageGradient = backward.hasInputGradient()
                ? workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, image.dataType(), image.shape(), 'c')
                : null;
        backward.filters(weights);
        for (int first = 0; first < image.size(0); first += Lanes.COUNT) {
            int images = images(image, first);
            Block block = block(first / Lanes.COUNT);
            read(gradient, first, images, shape.filters(), outRows, out);
            backward.apply(block.in(), out, block.winners(), inGradient);
            if (imageGradient != null) {
                write(inGradient, imageGradient, first, images, shape.channels(), inRows);
            }
        }
        backward.gradients(weights, bias);
        HeapCopy.write(weights, gradients.weights());
        HeapCopy.write(bias, gradients.bias());
        return imageGradient;
    }

    /** The arrays stay for the next pass. */
    @Override
    public void clear() {}

    private static int images(INDArray image, int first) {
        return (int) Math.min(Lanes.COUNT, image.size(0) - first);
    }

    private Block block(int number) {
        while (blocks.size() <= number) {
            blocks.add(new Block(new float[shape.inBlock()], new float[shape.outBlock()]));
        }
        return blocks.get(number);
    }

    private static void read(INDArray source, int first, int images, int channels, float[] rows, float[] block) {
        int size = rows.length / Lanes.COUNT;
        HeapCopy.read(source, (long) first * size, rows, images * size);
        Lanes.interleave(rows, images, channels, block);
    }

    private static void write(float[] block, INDArray target, int first, int images, int channels, float[] rows) {
        int size = rows.length / Lanes.COUNT;
        Lanes.deinterleave(block, images, channels, rows);
        HeapCopy.write(rows, target, (long) first * size, images * size);
    }
}
