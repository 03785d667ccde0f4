package numeral.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

class PooledConvolutionTest {
    @BeforeAll
    static void natives() {
        FastPath.prepare();
    }

    /** Two convolutions, so that one is the first layer and one is not. */
    private static MultiLayerNetwork network(
            boolean ours, DataType type, int side, int channels, int pool, Activation activation) {
        return network(ours, type, side, channels, pool, 2, activation);
    }

    private static MultiLayerNetwork network(
            boolean ours, DataType type, int side, int channels, int pool, int secondKernel, Activation activation) {
        NeuralNetConfiguration.ListBuilder layers = new NeuralNetConfiguration.Builder()
                .seed(3)
                .dataType(type)
                .updater(new NoOp())
                .list();
        convolution(layers, ours, 9, 3, pool, activation);
        convolution(layers, ours, 5, secondKernel, 2, activation);
        layers.layer(new OutputLayer.Builder(LossFunction.MCXENT)
                .activation(Activation.SOFTMAX)
                .nOut(4)
                .build());
        layers.setInputType(InputType.convolutional(side, side + 1, channels, CNN2DFormat.NHWC));
        MultiLayerNetwork network = new MultiLayerNetwork(layers.build());
        network.init();
        return network;
    }

    private static void convolution(
            NeuralNetConfiguration.ListBuilder layers,
            boolean ours,
            int filters,
            int kernel,
            int pool,
            Activation activation) {
        if (ours) {
            layers.layer(new PooledConvolution.Builder(kernel, kernel)
                    .nOut(filters)
                    .pool(pool)
                    .activation(activation)
                    .build());
            return;
        }
        layers.layer(new ConvolutionLayer.Builder(kernel, kernel)
                        .nOut(filters)
                        .dataFormat(CNN2DFormat.NHWC)
                        .convolutionMode(ConvolutionMode.Truncate)
                        .activation(Activation.IDENTITY)
                        .build())
                .layer(new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
                        .kernelSize(pool, pool)
                        .stride(pool, pool)
                        .dataFormat(CNN2DFormat.NHWC)
                        .build())
                .layer(new ActivationLayer.Builder().activation(activation).build());
    }

    private static INDArray images(DataType type, int side, int channels) {
        return Nd4j.rand(type, 5, side, side + 1, channels);
    }

    @ParameterizedTest
    @CsvSource({
        "12,1,2,RELU",
        "12,3,2,RELU",
        "15,1,2,RELU",
        "15,1,2,IDENTITY",
        "13,2,2,IDENTITY",
        "9,1,1,RELU",
        "8,5,1,IDENTITY"
    })
    void isTheStockConvolutionPoolingAndActivation(int side, int channels, int pool, Activation activation) {
        MultiLayerNetwork ours = network(true, DataType.FLOAT, side, channels, pool, activation);
        MultiLayerNetwork stock = network(false, DataType.FLOAT, side, channels, pool, activation);

        LayerChecks.assertSame(ours, stock, images(DataType.FLOAT, side, channels));
    }

    /** Where outputs are computed two by two. */
    @ParameterizedTest
    @CsvSource({"15,8,2,3,RELU", "13,8,1,3,IDENTITY", "17,8,2,5,RELU", "13,9,1,5,RELU"})
    void isTheStockConvolutionWithManyChannels(
            int side, int channels, int pool, int secondKernel, Activation activation) {
        MultiLayerNetwork ours = network(true, DataType.FLOAT, side, channels, pool, secondKernel, activation);
        MultiLayerNetwork stock = network(false, DataType.FLOAT, side, channels, pool, secondKernel, activation);

        LayerChecks.assertSame(ours, stock, images(DataType.FLOAT, side, channels));
    }

    @ParameterizedTest
    @CsvSource({"9,1,2,RELU", "10,2,2,RELU", "9,1,2,IDENTITY", "6,1,1,RELU"})
    void hasTheGradientsOfFiniteDifferences(int side, int channels, int pool, Activation activation) {
        LayerChecks.assertGradients(
                type -> network(true, type, side, channels, pool, activation), type -> images(type, side, channels));
    }

    @Test
    void isTheSameAfterJson() {
        MultiLayerConfiguration configuration =
                network(true, DataType.FLOAT, 12, 1, 1, Activation.RELU).getLayerWiseConfigurations();
        MultiLayerConfiguration read = MultiLayerConfiguration.fromJson(configuration.toJson());
        assertThat(read).isEqualTo(configuration);
        assertThat(read.getConf(0).getLayer())
                .isInstanceOfSatisfying(PooledConvolution.class, layer -> assertThat(layer.pool())
                        .isEqualTo(1));
    }

    @Test
    void saysWhatItCannotDo() {
        assertThatThrownBy(() ->
                        new PooledConvolution.Builder(3, 3).nOut(2).stride(2, 2).build())
                .hasMessageContaining("has stride [2, 2], expected stride and dilation 1");
        assertThatThrownBy(() -> new PooledConvolution.Builder(3, 3).pool(3)).hasMessage("pool is 3, expected 1 or 2");
        assertThatThrownBy(() ->
                        network(true, DataType.FLOAT, 12, 1, 2, Activation.TANH).output(images(DataType.FLOAT, 12, 1)))
                .hasMessageContaining("activation tanh");
    }
}
