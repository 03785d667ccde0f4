package numeral.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

class FusedDenseTest {
    private static final int INPUTS = 9;

    @BeforeAll
    static void natives() {
        FastPath.prepare();
    }

    private static MultiLayerNetwork network(boolean ours, DataType type, Activation activation) {
        NeuralNetConfiguration.ListBuilder layers = new NeuralNetConfiguration.Builder()
                .seed(3)
                .dataType(type)
                .updater(new NoOp())
                .list();
        for (int units : new int[] {7, 6}) {
            FeedForwardLayer.Builder<?> layer = ours ? new FusedDense.Builder() : new DenseLayer.Builder();
            layers.layer(layer.nIn(units == 7 ? INPUTS : 7)
                    .nOut(units)
                    .activation(activation)
                    .build());
        }
        layers.layer(new OutputLayer.Builder(LossFunction.MCXENT)
                .activation(Activation.SOFTMAX)
                .nIn(6)
                .nOut(4)
                .build());
        MultiLayerNetwork network = new MultiLayerNetwork(layers.build());
        network.init();
        return network;
    }

    @ParameterizedTest
    @EnumSource(
            value = Activation.class,
            names = {"RELU", "IDENTITY"})
    void isTheStockDenseLayer(Activation activation) {
        MultiLayerNetwork ours = network(true, DataType.FLOAT, activation);
        MultiLayerNetwork stock = network(false, DataType.FLOAT, activation);

        LayerChecks.assertSame(ours, stock, Nd4j.rand(DataType.FLOAT, 5, INPUTS));
    }

    @ParameterizedTest
    @EnumSource(
            value = Activation.class,
            names = {"RELU", "IDENTITY"})
    void hasTheGradientsOfFiniteDifferences(Activation activation) {
        LayerChecks.assertGradients(type -> network(true, type, activation), type -> Nd4j.rand(type, 5, INPUTS));
    }

    @Test
    void isTheSameAfterJson() {
        MultiLayerConfiguration configuration =
                network(true, DataType.FLOAT, Activation.RELU).getLayerWiseConfigurations();
        MultiLayerConfiguration read = MultiLayerConfiguration.fromJson(configuration.toJson());
        assertThat(read).isEqualTo(configuration);
        assertThat(read.getConf(0).getLayer()).isInstanceOf(FusedDense.class);
    }

    @Test
    void saysWhatItCannotDo() {
        assertThatThrownBy(() -> network(true, DataType.FLOAT, Activation.TANH))
                .hasMessageContaining("dense layer 0 has activation tanh");
    }
}
