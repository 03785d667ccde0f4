package numeral.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.layers.convolution.ConvolutionLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class NetworksTest {
    static NetworkSettings settings(NetworkKind kind) {
        return new NetworkSettings(kind, 0, 0.5, 0, 0.001, 4, 7);
    }

    @ParameterizedTest
    @CsvSource({
        // (25 + 1) 32 + (288 + 1) 64 + (1600 + 1) 256 + (256 + 1) 10
        "CNN, 431754",
        // (25 + 1) 20 + (500 + 1) 50 + (800 + 1) 500 + (500 + 1) 10
        "LENET, 431080",
        // (784 + 1) 512 + (512 + 1) 10
        "MLP, 407050"
    })
    void hasAsManyParametersAsItsLayersSay(NetworkKind kind, long parameters) {
        assertThat(Networks.create(settings(kind)).numParams()).isEqualTo(parameters);
    }

    @ParameterizedTest
    @EnumSource(NetworkKind.class)
    void takesFlatAndSquareImagesAlike(NetworkKind kind) {
        MultiLayerNetwork network = Networks.create(settings(kind));
        INDArray flat = Nd4j.rand(3, Networks.PIXELS);

        INDArray output = network.output(flat);

        assertThat(output.shape()).containsExactly(3, Networks.CLASSES);
        if (kind != NetworkKind.MLP) {
            INDArray square = flat.reshape(3, 1, 28, 28);
            assertThat(network.output(square)).isEqualTo(output);
        }
    }

    @ParameterizedTest
    @EnumSource(NetworkKind.class)
    void isTheSameAfterJson(NetworkKind kind) {
        MultiLayerConfiguration configuration = Networks.configuration(settings(kind));
        MultiLayerConfiguration read = MultiLayerConfiguration.fromJson(configuration.toJson());
        assertThat(read).isEqualTo(configuration);
    }

    @Test
    void learningRateFallsLinearlyTowardsZero() {
        MultiLayerNetwork network = Networks.create(settings(NetworkKind.MLP));
        network.setEpochCount(3);
        assertThat(network.getLearningRate(0)).isEqualTo(0.00025);
    }

    @Test
    void sameSeedGivesTheSameWeights() {
        assertThat(Networks.create(settings(NetworkKind.CNN)).params())
                .isEqualTo(Networks.create(settings(NetworkKind.CNN)).params());
    }

    @Test
    void convolutionsRunNatively() {
        MultiLayerNetwork network = Networks.create(settings(NetworkKind.CNN));
        assertThat(network.getLayer(0)).isInstanceOf(ConvolutionLayer.class);
        assertThat(network.getLayer(0).getHelper().getClass().getSimpleName()).isEqualTo("MKLDNNConvHelper");
    }

    @Test
    void refusesConvolutionsThatWouldNotRunNatively() {
        String property = "org.eclipse.deeplearning4j.helpers.disable";
        String before = System.getProperty(property);
        System.setProperty(property, "true");
        try {
            assertThatThrownBy(() -> Networks.create(settings(NetworkKind.CNN)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("oneDNN is not engaged in layer 0 (ConvolutionLayer)")
                    .hasMessageContaining("-D" + property + "=false");
        } finally {
            System.setProperty(property, before);
        }
    }

    @Test
    void namesTheNetworksThereAre() {
        assertThatThrownBy(() -> NetworkKind.of("rnn"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("network is 'rnn', expected one of cnn, lenet, mlp");
    }

    @Test
    void listsAllProblemsOfTheSettings() {
        assertThatThrownBy(() -> new NetworkSettings(NetworkKind.MLP, -1, 1, -0.1, 0, -1, 7))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("hidden is -1")
                .hasMessageContaining("dropout is 1.0")
                .hasMessageContaining("l2 is -0.1")
                .hasMessageContaining("learning-rate is 0.0")
                .hasMessageContaining("decay epochs are -1");
    }
}
