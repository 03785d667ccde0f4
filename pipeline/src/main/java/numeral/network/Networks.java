package numeral.network;

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
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.nd4j.linalg.schedule.FixedSchedule;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.linalg.schedule.PolySchedule;
import org.nd4j.linalg.schedule.ScheduleType;

/**
 * The networks. Input is [n, 784] with ink in 0 to 1 (the convolutional ones take [n, 1, 28, 28] as well). The last two layers are a dense one whose
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
        layers.setInputType(
                settings.kind() == NetworkKind.MLP
                        ? InputType.feedForward(PIXELS)
                        : InputType.convolutionalFlat(SIDE, SIDE, 1));
        return layers.build();
    }

    /** ReLU comes after the pooling, where it has a quarter of the work and the same result. */
    private static void convolution(NeuralNetConfiguration.ListBuilder layers, int filters, int kernel) {
        layers.layer(new ConvolutionLayer.Builder(kernel, kernel)
                .nOut(filters)
                .convolutionMode(ConvolutionMode.Truncate)
                .activation(Activation.IDENTITY)
                .cudnnAllowFallback(false)
                .build());
        layers.layer(new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
                .kernelSize(2, 2)
                .stride(2, 2)
                .build());
        layers.layer(new ActivationLayer.Builder().activation(Activation.RELU).build());
    }

    private static DenseLayer dense(int units, Activation activation) {
        return new DenseLayer.Builder().nOut(units).activation(activation).build();
    }

    private static ISchedule schedule(NetworkSettings settings) {
        return settings.decayEpochs() == 0
                ? new FixedSchedule(settings.learningRate())
                : new PolySchedule(ScheduleType.EPOCH, settings.learningRate(), 1.0, settings.decayEpochs());
    }
}
