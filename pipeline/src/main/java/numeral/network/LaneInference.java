package numeral.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import numeral.kernel.ConvolutionForward;
import numeral.kernel.ConvolutionShape;
import numeral.kernel.Lanes;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * By the JVM's vector instructions: from the bytes of as many images as there are lanes to their logits without leaving the Java heap, and mostly the cache.
 * A dense layer is a convolution whose filters are as large as its input.
 */
final class LaneInference implements Inference {
    private final List<Stage> stages;
    private final float[] image = new float[Networks.PIXELS * Lanes.COUNT];

    private record Stage(ConvolutionForward convolution, float[] out) {}

    private LaneInference(List<Stage> stages) {
        this.stages = stages;
    }

    /** For a network of our own layers, or nothing where this JVM or another layer stands against it. */
    static Optional<LaneInference> of(MultiLayerNetwork network) {
        if (!FastPath.usesVectorInstructions()) {
            return Optional.empty();
        }
        List<Stage> stages = new ArrayList<>();
        ConvolutionShape previous = null;
        Layer[] layers = network.getLayers();
        for (int i = 0; i < layers.length; i++) {
            org.deeplearning4j.nn.conf.layers.Layer layer = layers[i].conf().getLayer();
            if (layer instanceof PooledConvolution || layer instanceof FusedDense) {
                ConvolutionShape shape = shape(layer, previous);
                stages.add(stage(shape, layers, i));
                previous = shape;
            } else if (layer instanceof LossLayer) {
                return Optional.of(new LaneInference(stages));
            } else if (!follows(layers, i)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    @Override
    public float[][] logits(byte[][] images) {
        float[][] logits = new float[images.length][Networks.CLASSES];
        for (int first = 0; first < images.length; first += Lanes.COUNT) {
            int lanes = Math.min(Lanes.COUNT, images.length - first);
            Pixels.interleave(images, first, lanes, image);
            float[] block = image;
            for (Stage stage : stages) {
                stage.convolution().apply(block, stage.out());
                block = stage.out();
            }
            for (int lane = 0; lane < lanes; lane++) {
                for (int digit = 0; digit < Networks.CLASSES; digit++) {
                    logits[first + lane][digit] = block[digit * Lanes.COUNT + lane];
                }
            }
        }
        return logits;
    }

    @Override
    public void close() {}

    private static ConvolutionShape shape(org.deeplearning4j.nn.conf.layers.Layer layer, ConvolutionShape previous) {
        int height = previous == null ? Networks.SIDE : previous.outHeight();
        int width = previous == null ? Networks.SIDE : previous.outWidth();
        int channels = previous == null ? 1 : previous.filters();
        if (layer instanceof PooledConvolution convolution) {
            int[] kernel = convolution.getKernelSize();
            int filters = (int) convolution.getNOut();
            return new ConvolutionShape(height, width, channels, kernel[0], kernel[1], filters, convolution.pool());
        }
        return new ConvolutionShape(height, width, channels, height, width, (int) ((FusedDense) layer).getNOut(), 1);
    }

    private static Stage stage(ConvolutionShape shape, Layer[] layers, int index) {
        Layer layer = layers[index];
        boolean relu = layer.conf().getLayer() instanceof PooledConvolution convolution
                ? convolution.relu()
                : ((FusedDense) layer.conf().getLayer()).getActivationFn() instanceof ActivationReLU;
        Normalization normalization = null;
        for (int i = index + 1; follows(layers, i); i++) {
            if (layers[i].conf().getLayer() instanceof BatchNormalization) {
                normalization = Normalization.of(layers[i]);
            }
            relu |= layers[i].conf().getLayer() instanceof ActivationLayer;
        }
        ConvolutionForward forward = new ConvolutionForward(shape, relu);
        forward.filters(weights(layer, shape), floats(layer.getParam("b")));
        if (normalization != null) {
            forward.affine(normalization.scale(), normalization.shift());
        }
        return new Stage(forward, new float[shape.outBlock()]);
    }

    /** Whether a layer is one that the stage before it takes in: a normalisation of values without an activation, ReLU behind it, dropout. */
    private static boolean follows(Layer[] layers, int index) {
        org.deeplearning4j.nn.conf.layers.Layer layer = layers[index].conf().getLayer();
        if (layer instanceof ActivationLayer activation) {
            return activation.getActivationFn() instanceof ActivationReLU;
        }
        return layer instanceof DropoutLayer
                || layer instanceof BatchNormalization && index > 0 && isLinear(layers[index - 1]);
    }

    private static boolean isLinear(Layer layer) {
        return layer.conf().getLayer() instanceof PooledConvolution convolution && !convolution.relu()
                || layer.conf().getLayer() instanceof FusedDense dense
                        && !(dense.getActivationFn() instanceof ActivationReLU);
    }

    /** As [filters, channels, height, width]; those of a dense layer have channels last. */
    private static float[] weights(Layer layer, ConvolutionShape shape) {
        INDArray weights = layer.getParam("W");
        if (layer.conf().getLayer() instanceof FusedDense) {
            weights = weights.transpose()
                    .dup('c')
                    .reshape('c', shape.filters(), shape.height(), shape.width(), shape.channels())
                    .permute(0, 3, 1, 2);
        }
        return floats(weights);
    }

    private static float[] floats(INDArray array) {
        return array.dup('c').data().asFloat();
    }
}
