package numeral.network;

import org.deeplearning4j.nn.api.Updater;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * The networks. Input is [n, 784] or [n, 1, 28, 28] with ink in 0 to 1; inside, channels come last, which
 * oneDNN's pooling wants. The last two layers are a dense one whose
 * ten outputs are the logits and the loss, a softmax with cross-entropy over them.
 */
public final class Networks {
    /** Side of an image in pixels. */
    static final int SIDE = 28;
    /** Pixels of an image. */
    public static final int PIXELS = SIDE * SIDE;
    /** Digits to tell apart. */
    public static final int CLASSES = 10;

    private Networks() {}

    /** A fresh network with seeded weights; the native convolutions are checked to be engaged. */
    public static MultiLayerNetwork create(NetworkSettings settings) {
        FastPath.prepare();
        MultiLayerNetwork network = new MultiLayerNetwork(configuration(settings));
        network.init();
        FastPath.require(network);
        return network;
    }

    /** The configuration that {@link #create} initialises. */
    public static MultiLayerConfiguration configuration(NetworkSettings settings) {
        NeuralNetConfiguration.ListBuilder layers = new NeuralNetConfiguration.Builder()
                .seed(settings.seed())
                .updater(new FusedAdam(settings.learningRate().schedule()))
                .l2(settings.l2())
                .weightInit(WeightInit.RELU)
                .list();
        switch (settings.kind()) {
            case CNN -> {
                stage(layers, settings, settings.filters());
                stage(layers, settings, 2 * settings.filters());
            }
            case LENET -> {
                addNormalised(layers, settings, convolution(settings.filters(), 5));
                addNormalised(layers, settings, convolution(5 * settings.filters() / 2, 5));
            }
            case MLP -> {}
        }
        addNormalised(layers, settings, new FusedDense.Builder().nOut(settings.hidden()));
        if (settings.dropout() > 0) {
            layers.layer(new DropoutLayer.Builder(1 - settings.dropout()).build());
        }
        layers.layer(new FusedDense.Builder()
                .nOut(CLASSES)
                .activation(Activation.IDENTITY)
                .build());
        layers.layer(new LossLayer.Builder(LossFunction.MCXENT)
                .activation(Activation.SOFTMAX)
                .build());
        if (settings.kind() != NetworkKind.MLP) {
            layers.inputPreProcessor(0, new ImageInput());
        }
        layers.setInputType(InputType.feedForward(PIXELS));
        return layers.build();
    }

    /**
     * Frees a network's native memory at once. Unlike {@code network.close()} it leaves the workspaces to the thread's next network and does not ask
     * the JVM for two full collections.
     */
    public static void free(MultiLayerNetwork network) {
        free(network.params());
        free(network.getFlattenedGradients());
        Updater updater = network.getUpdater(false);
        if (updater != null) {
            free(updater.getStateViewArray());
        }
    }

    private static void free(INDArray array) {
        if (array != null && array.closeable()) {
            array.close();
        }
    }

    /** Two convolutions of 3 x 3 and one pooling. */
    private static void stage(NeuralNetConfiguration.ListBuilder layers, NetworkSettings settings, int filters) {
        layers.layer(convolution(filters, 3).pool(1).activation(Activation.RELU).build());
        addNormalised(layers, settings, convolution(filters, 3));
    }

    private static PooledConvolution.Builder convolution(int filters, int kernel) {
        return new PooledConvolution.Builder(kernel, kernel).nOut(filters);
    }

    /** A layer with ReLU, its outputs normalised before that where the settings say so. */
    private static void addNormalised(
            NeuralNetConfiguration.ListBuilder layers, NetworkSettings settings, FeedForwardLayer.Builder<?> layer) {
        if (!settings.batchNorm()) {
            layers.layer(layer.activation(Activation.RELU).build());
            return;
        }
        layers.layer(layer.activation(Activation.IDENTITY).build());
        layers.layer(new BatchNormalization.Builder().build());
        // DeepLearning4J ignores an activation in the normalisation itself
        layers.layer(new ActivationLayer.Builder().activation(Activation.RELU).build());
    }
}
