package numeral.network;

import org.deeplearning4j.nn.api.Updater;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.CacheMode;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.preprocessors.ReshapePreprocessor;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.nd4j.linalg.schedule.FixedSchedule;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.linalg.schedule.MapSchedule;
import org.nd4j.linalg.schedule.ScheduleType;

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
                .updater(new Adam(schedule(settings)))
                .l2(settings.l2())
                .weightInit(WeightInit.RELU)
                // keeps a convolution's output for the way back, which computes it a second time otherwise
                .cacheMode(CacheMode.DEVICE)
                .list();
        switch (settings.kind()) {
            case CNN -> {
                convolution(layers, 32, 5);
                convolution(layers, 64, 3);
            }
            case LENET -> {
                convolution(layers, 20, 5);
                convolution(layers, 50, 5);
            }
            case MLP -> {}
        }
        layers.layer(dense(settings.hidden(), Activation.RELU));
        if (settings.dropout() > 0) {
            layers.layer(new DropoutLayer.Builder(1 - settings.dropout()).build());
        }
        layers.layer(dense(CLASSES, Activation.IDENTITY));
        layers.layer(new LossLayer.Builder(LossFunction.MCXENT)
                .activation(Activation.SOFTMAX)
                .build());
        if (settings.kind() != NetworkKind.MLP) {
            layers.inputPreProcessor(
                    0, new ReshapePreprocessor(new long[] {PIXELS}, new long[] {SIDE, SIDE, 1}, false));
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

    /** ReLU comes after the pooling, where it has a quarter of the work and the same result. */
    private static void convolution(NeuralNetConfiguration.ListBuilder layers, int filters, int kernel) {
        layers.layer(new ConvolutionLayer.Builder(kernel, kernel)
                .nOut(filters)
                .convolutionMode(ConvolutionMode.Truncate)
                .dataFormat(CNN2DFormat.NHWC)
                .activation(Activation.IDENTITY)
                .helperAllowFallback(false)
                .build());
        layers.layer(new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
                .kernelSize(2, 2)
                .stride(2, 2)
                .dataFormat(CNN2DFormat.NHWC)
                .build());
        layers.layer(new ActivationLayer.Builder().activation(Activation.RELU).build());
    }

    private static DenseLayer dense(int units, Activation activation) {
        return new DenseLayer.Builder().nOut(units).activation(activation).build();
    }

    private static ISchedule schedule(NetworkSettings settings) {
        if (settings.decayEpochs() == 0) {
            return new FixedSchedule(settings.learningRate());
        }
        // PolySchedule of DeepLearning4J M2.1 grows where it should fall
        MapSchedule.Builder rates = new MapSchedule.Builder(ScheduleType.EPOCH);
        for (int epoch = 0; epoch < settings.decayEpochs(); epoch++) {
            rates.add(epoch, settings.learningRate() * (settings.decayEpochs() - epoch) / settings.decayEpochs());
        }
        return rates.build();
    }
}
