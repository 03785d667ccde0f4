package numeral.network;

import java.util.Optional;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** A trained network that turns digit images into logits. For one thread at a time. */
public final class Classifier implements AutoCloseable {
    /** Images in one pass that suit a CPU. */
    public static final int DEFAULT_BATCH = 224;
    /** Most images in one pass: larger matrices are cut in two and have edges inside. */
    public static final int MAX_BATCH = 320;

    private final Inference inference;
    private final double temperature;

    private Classifier(MultiLayerNetwork network, double temperature, int batchSize) {
        if (batchSize < 1 || batchSize > MAX_BATCH) {
            throw new IllegalArgumentException("batch size is " + batchSize + ", expected 1 to " + MAX_BATCH);
        }
        this.temperature = temperature;
        this.inference = inference(network, batchSize);
    }

    private static Inference inference(MultiLayerNetwork network, int batchSize) {
        Optional<LaneInference> lanes = LaneInference.of(network);
        if (lanes.isEmpty()) {
            return new NativeInference(network, batchSize);
        }
        Networks.free(network);
        return lanes.get();
    }

    /**
     * Opens a model file; throws IllegalArgumentException where the bytes are not one.
     *
     * @param batchSize images in one pass of the native operations, 1 to {@link #MAX_BATCH}; vector instructions take as many as they have lanes
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
        return inference.logits(images);
    }

    /** Frees native memory. */
    @Override
    public void close() {
        inference.close();
    }
}
