package numeral.network;

import java.util.Arrays;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.ndarray.INDArray;

/** By DeepLearning4J on any device. Every pass has room for the same number of images, used or not: the order of additions depends on the shape of the batch. */
final class NativeInference implements Inference {
    /** Blank rows before and after the images of a pass, because the BLAS adds in another order at the edges of a matrix. */
    private static final int MARGIN = 16;

    private final MultiLayerNetwork network;
    private final int batchSize;

    NativeInference(MultiLayerNetwork network, int batchSize) {
        this.network = network;
        this.batchSize = batchSize;
        LossLayer loss = (LossLayer) network.getOutputLayer().conf().getLayer();
        loss.setActivationFn(new ActivationIdentity());
    }

    @Override
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

    @Override
    public void close() {
        Networks.free(network);
    }
}
