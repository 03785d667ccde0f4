package numeral.network;

import java.util.Arrays;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A trained network that turns digit images into logits. For one thread at a time. */
public final class Classifier implements AutoCloseable {
    /** Images in one pass that suit a CPU. */
    public static final int DEFAULT_BATCH = 224;
    /** Most images in one pass: larger matrices are cut in two and have edges inside. */
    public static final int MAX_BATCH = 320;
    /** Blank rows before and after the images of a pass, because the BLAS adds in another order at the edges of a matrix. */
    private static final int MARGIN = 16;

    private final MultiLayerNetwork network;
    private final double temperature;
    private final int batchSize;

    private Classifier(MultiLayerNetwork network, double temperature, int batchSize) {
        if (batchSize < 1 || batchSize > MAX_BATCH) {
            throw new IllegalArgumentException("batch size is " + batchSize + ", expected 1 to " + MAX_BATCH);
        }
        this.network = network;
        this.temperature = temperature;
        this.batchSize = batchSize;
        logitsAsOutput(network);
    }

    /**
     * Opens a model file; throws IllegalArgumentException where the bytes are not one.
     *
     * @param batchSize images in one pass, 1 to {@link #MAX_BATCH}. Every pass has room for that many, used or not: the order of additions depends on
     *     the shape of the batch, and an image shall get the same logits in any company
     */
    public static Classifier open(byte[] modelFile, int batchSize) {
        ModelFile.Opened opened = ModelFile.read(modelFile);
        return new Classifier(opened.network(), opened.card().temperature(), batchSize);
    }

    /** Opens a model file with the batch size that suits a CPU. */
    public static Classifier open(byte[] modelFile) {
        return open(modelFile, DEFAULT_BATCH);
    }

    /** Around a network at temperature 1. It becomes the classifier's own: it cannot be trained any more. */
    public static Classifier of(MultiLayerNetwork network) {
        return new Classifier(network, 1, DEFAULT_BATCH);
    }

    /** Number to divide logits by before a confidence is taken from them. */
    public double temperature() {
        return temperature;
    }

    /** Ten logits for each image of 784 unsigned bytes (0 = paper, 255 = full ink), any number of images. */
    public float[][] logits(byte[][] images) {
        float[][] logits = new float[images.length][];
        for (int from = 0; from < images.length; from += batchSize) {
            int to = Math.min(from + batchSize, images.length);
            batch(Arrays.copyOfRange(images, from, to), logits, from);
        }
        return logits;
    }

    private void batch(byte[][] images, float[][] logits, int from) {
        try (INDArray features = Pixels.features(images, MARGIN, MARGIN + batchSize + MARGIN);
                INDArray output = network.output(features, false)) {
            float[] values = output.dup('c').data().asFloat();
            for (int i = 0; i < images.length; i++) {
                int start = (MARGIN + i) * Networks.CLASSES;
                logits[from + i] = Arrays.copyOfRange(values, start, start + Networks.CLASSES);
            }
        }
    }

    /** Frees the network's native memory. */
    @Override
    public void close() {
        Networks.free(network);
    }

    private static void logitsAsOutput(MultiLayerNetwork network) {
        LossLayer loss = (LossLayer) network.getOutputLayer().conf().getLayer();
        loss.setActivationFn(new ActivationIdentity());
    }
}
