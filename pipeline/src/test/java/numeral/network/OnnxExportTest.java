package numeral.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LocalResponseNormalization;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.preprocessors.ReshapePreprocessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** ONNX Runtime is the judge of what is exported. */
class OnnxExportTest {
    private static final ModelCard CARD = new ModelCard("m-1", "cnn", 1.25, "{}");
    private static final int IMAGES = 7;

    @ParameterizedTest
    @EnumSource(NetworkKind.class)
    void everyNetworkGivesTheSameLogitsInOnnxRuntime(NetworkKind kind) throws OrtException {
        assertSameLogits(trainedALittle(Networks.create(NetworksTest.settings(kind))));
    }

    @Test
    void aNormalisedNetworkGivesTheSameLogitsInOnnxRuntime() throws OrtException {
        assertSameLogits(trainedALittle(Networks.create(new NetworkSettings(
                NetworkKind.CNN, 8, 16, 0.5, true, 0, new LearningRate(0.001, LearningRate.Decay.CONSTANT, 1), 7))));
    }

    @ParameterizedTest
    @EnumSource(CNN2DFormat.class)
    void batchNormalisationPaddingStrideAndActivationsComeAlong(CNN2DFormat format) throws OrtException {
        assertSameLogits(trainedALittle(network(
                format,
                new ConvolutionLayer.Builder(3, 3)
                        .nOut(8)
                        .stride(2, 1)
                        .padding(1, 2)
                        .dataFormat(format)
                        .activation(Activation.TANH)
                        .build(),
                new BatchNormalization.Builder()
                        .useLogStd(true)
                        .dataFormat(format)
                        .build(),
                new ActivationLayer.Builder().activation(Activation.RELU).build(),
                new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
                        .kernelSize(3, 3)
                        .stride(2, 2)
                        .convolutionMode(ConvolutionMode.Same)
                        .dataFormat(format)
                        .build(),
                new ConvolutionLayer.Builder(2, 2)
                        .nOut(12)
                        .convolutionMode(ConvolutionMode.Same)
                        .hasBias(false)
                        .dataFormat(format)
                        .activation(Activation.IDENTITY)
                        .build(),
                new DropoutLayer.Builder(0.8).build(),
                new DenseLayer.Builder()
                        .nOut(12)
                        .hasBias(false)
                        .activation(Activation.IDENTITY)
                        .build(),
                new BatchNormalization.Builder()
                        .useLogStd(false)
                        .lockGammaBeta(true)
                        .gamma(1.5)
                        .beta(-0.25)
                        .build(),
                new ActivationLayer.Builder().activation(Activation.SIGMOID).build())));
    }

    @Test
    void theFileSaysWhichModelItIsAndIsAlwaysTheSame() throws OrtException {
        MultiLayerNetwork network = Networks.create(NetworksTest.settings(NetworkKind.MLP));
        byte[] onnx = OnnxExport.write(network, CARD);
        assertThat(OnnxExport.write(network, CARD)).isEqualTo(onnx);
        try (OrtSession session = OrtEnvironment.getEnvironment().createSession(onnx)) {
            assertThat(session.getMetadata().getCustomMetadata())
                    .containsEntry("id", "m-1")
                    .containsEntry("network", "cnn")
                    .containsEntry("temperature", "1.25");
        }
    }

    @Test
    void refusesWhatItDoesNotKnowByName() {
        MultiLayerNetwork exotic = network(CNN2DFormat.NCHW, new LocalResponseNormalization.Builder().build());
        assertThatThrownBy(() -> OnnxExport.write(exotic, CARD))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cannot be written as ONNX: layer 0, LocalResponseNormalization,"
                        + " is of a kind that has no translation");

        MultiLayerNetwork extended = network(
                CNN2DFormat.NCHW,
                new DepthwiseConvolution2D.Builder(3, 3).depthMultiplier(2).build());
        assertThatThrownBy(() -> OnnxExport.write(extended, CARD))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("layer 0, DepthwiseConvolution2D, is of a kind that has no translation");

        MultiLayerNetwork wavy = network(
                CNN2DFormat.NCHW,
                new ConvolutionLayer.Builder(3, 3)
                        .nOut(3)
                        .activation(Activation.GELU)
                        .build());
        assertThatThrownBy(() -> OnnxExport.write(wavy, CARD))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("layer 0, ConvolutionLayer, has activation")
                .hasMessageContaining("expected identity, relu, sigmoid or tanh");

        MultiLayerNetwork averaging = network(
                CNN2DFormat.NCHW,
                new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.AVG)
                        .kernelSize(2, 2)
                        .build());
        assertThatThrownBy(() -> OnnxExport.write(averaging, CARD))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("layer 0, SubsamplingLayer, pools by AVG, expected MAX");
    }

    /** The given layers between the input and a dense layer with the loss. */
    private static MultiLayerNetwork network(CNN2DFormat format, Layer... middle) {
        NeuralNetConfiguration.ListBuilder layers =
                new NeuralNetConfiguration.Builder().seed(3).list();
        for (Layer layer : middle) {
            layers.layer(layer);
        }
        layers.layer(new DenseLayer.Builder()
                .nOut(Networks.CLASSES)
                .activation(Activation.IDENTITY)
                .build());
        layers.layer(new LossLayer.Builder(LossFunction.MCXENT)
                .activation(Activation.SOFTMAX)
                .build());
        if (format == CNN2DFormat.NHWC) {
            layers.inputPreProcessor(
                    0, new ReshapePreprocessor(new long[] {Networks.PIXELS}, new long[] {28, 28, 1}, false));
            layers.setInputType(InputType.feedForward(Networks.PIXELS));
        } else {
            layers.setInputType(InputType.convolutionalFlat(28, 28, 1));
        }
        MultiLayerNetwork network = new MultiLayerNetwork(layers.build());
        network.init();
        return network;
    }

    /** Biases and running statistics are no longer what they began as. */
    private static MultiLayerNetwork trainedALittle(MultiLayerNetwork network) {
        INDArray labels = Nd4j.eye(Networks.CLASSES);
        for (int i = 0; i < 20; i++) {
            network.fit(Nd4j.rand(Networks.CLASSES, Networks.PIXELS), labels);
        }
        return network;
    }

    private static void assertSameLogits(MultiLayerNetwork network) throws OrtException {
        INDArray images = Nd4j.rand(IMAGES, Networks.PIXELS);
        byte[] onnx = OnnxExport.write(network, CARD);
        List<INDArray> activations = network.feedForward(images, false);
        float[][] expected = activations.get(activations.size() - 2).toFloatMatrix();

        OrtEnvironment runtime = OrtEnvironment.getEnvironment();
        try (OrtSession session = runtime.createSession(onnx);
                OnnxTensor input = OnnxTensor.createTensor(runtime, images.toFloatMatrix());
                OrtSession.Result result = session.run(Map.of("image", input))) {
            float[][] logits = (float[][]) result.get("logits").orElseThrow().getValue();
            assertThat(logits).hasNumberOfRows(IMAGES);
            for (int i = 0; i < IMAGES; i++) {
                assertThat(logits[i]).containsExactly(expected[i], offset(1e-5f));
            }
        }
    }
}
