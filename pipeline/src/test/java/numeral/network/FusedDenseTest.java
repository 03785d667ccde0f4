package numeral.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.deeplearning4j.gradientcheck.GradientCheckUtil;
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
import org.nd4j.linalg.api.ndarray.INDArray;
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

    private static INDArray labels(DataType type) {
        INDArray labels = Nd4j.zeros(type, 5, 4);
        for (int i = 0; i < 5; i++) {
            labels.putScalar(i, i % 4, 1);
        }
        return labels;
    }

    @ParameterizedTest
    @EnumSource(
            value = Activation.class,
            names = {"RELU", "IDENTITY"})
    void isTheStockDenseLayer(Activation activation) {
        MultiLayerNetwork ours = network(true, DataType.FLOAT, activation);
        MultiLayerNetwork stock = network(false, DataType.FLOAT, activation);
        stock.setParams(ours.params().dup());
        INDArray rows = Nd4j.rand(DataType.FLOAT, 5, INPUTS);

        assertClose(ours.output(rows), stock.output(rows));

        for (MultiLayerNetwork network : new MultiLayerNetwork[] {ours, stock}) {
            network.setInput(rows);
            network.setLabels(labels(DataType.FLOAT));
            network.computeGradientAndScore();
        }
        assertThat(ours.score()).isCloseTo(stock.score(), within(1e-5));
        assertClose(ours.getFlattenedGradients(), stock.getFlattenedGradients());
    }

    @ParameterizedTest
    @EnumSource(
            value = Activation.class,
            names = {"RELU", "IDENTITY"})
    void hasTheGradientsOfFiniteDifferences(Activation activation) {
        Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
        try {
            assertThat(GradientCheckUtil.checkGradients(
                            network(true, DataType.DOUBLE, activation),
                            1e-6,
                            1e-5,
                            1e-8,
                            false,
                            true,
                            Nd4j.rand(DataType.DOUBLE, 5, INPUTS),
                            labels(DataType.DOUBLE)))
                    .isTrue();
        } finally {
            Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
        }
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

    private static void assertClose(INDArray actual, INDArray expected) {
        assertThat(actual.shape()).isEqualTo(expected.shape());
        assertThat(actual.sub(expected).amaxNumber().doubleValue()).isLessThan(1e-5);
    }
}
