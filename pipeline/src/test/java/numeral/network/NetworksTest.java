package numeral.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.cpu.nativecpu.bindings.Nd4jCpu;
import org.nd4j.linalg.factory.Nd4j;

class NetworksTest {
    static NetworkSettings settings(NetworkKind kind) {
        return new NetworkSettings(kind, 0, 0, 0.5, false, 0, new LearningRate(0.001, LearningRate.Decay.LINEAR, 4), 7);
    }

    @ParameterizedTest
    @CsvSource({
        // (9 + 1) 32 + (288 + 1) 32 + (288 + 1) 64 + (576 + 1) 64 + (1024 + 1) 256 + (256 + 1) 10
        "CNN, 329962",
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
    void normalisationRunsNatively() {
        MultiLayerNetwork network = Networks.create(normalised());
        assertThat(network.getLayer(2).getHelper().getClass().getSimpleName()).isEqualTo("MKLDNNBatchNormHelper");
    }

    @Test
    void refusesNormalisationThatWouldNotRunNatively() {
        String property = "org.eclipse.deeplearning4j.helpers.disable";
        String before = System.getProperty(property);
        System.setProperty(property, "true");
        try {
            assertThatThrownBy(() -> Networks.create(normalised()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("oneDNN is not engaged in layer 2 (BatchNormalization)")
                    .hasMessageContaining("-D" + property + "=false");
        } finally {
            System.setProperty(property, before);
        }
    }

    @Test
    void refusesConvolutionsThatWouldNotRunNatively() {
        Nd4jCpu.Environment environment = Nd4jCpu.Environment.getInstance();
        environment.setUseONEDNN(false);
        try {
            assertThatThrownBy(() -> Networks.create(settings(NetworkKind.CNN)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("oneDNN is not engaged in layer 0 (PooledConvolutionLayer)");
        } finally {
            environment.setUseONEDNN(true);
        }
    }

    private static NetworkSettings normalised() {
        LearningRate rate = new LearningRate(0.001, LearningRate.Decay.COSINE, 4);
        return new NetworkSettings(NetworkKind.CNN, 0, 0, 0, true, 0, rate, 7);
    }

    @Test
    void namesTheNetworksThereAre() {
        assertThatThrownBy(() -> NetworkKind.of("rnn"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("network is 'rnn', expected one of cnn, lenet, mlp");
    }

    @Test
    void listsAllProblemsOfTheSettings() {
        LearningRate rate = new LearningRate(0.001, LearningRate.Decay.CONSTANT, 1);
        assertThatThrownBy(() -> new NetworkSettings(NetworkKind.MLP, 3, -1, 1, false, -0.1, rate, 7))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("filters is 3 but a mlp has no convolution")
                .hasMessageContaining("hidden is -1")
                .hasMessageContaining("dropout is 1.0")
                .hasMessageContaining("l2 is -0.1");
        assertThatThrownBy(() -> new LearningRate(0, LearningRate.Decay.COSINE, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("learning-rate is 0.0, expected more than 0; epochs are 0, expected 1 or more");
    }
}
