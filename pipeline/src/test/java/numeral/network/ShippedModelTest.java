package numeral.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import numeral.SharedData;
import org.junit.jupiter.api.Test;

class ShippedModelTest {
    @Test
    void saysWhatItIs() {
        ModelCard card = ModelFile.card(ShippedModel.file());
        assertThat(card.network()).isEqualTo("cnn");
        assertThat(card.config()).contains("\"filters\"");
    }

    @Test
    void readsTheTestPartOfMnist() throws IOException {
        byte[] images = unpacked("mnist/t10k-images-idx3-ubyte.gz", 16);
        byte[] labels = unpacked("mnist/t10k-labels-idx1-ubyte.gz", 8);
        byte[][] digits = new byte[labels.length][];
        for (int i = 0; i < digits.length; i++) {
            digits[i] = Arrays.copyOfRange(images, i * Networks.PIXELS, (i + 1) * Networks.PIXELS);
        }
        int right = 0;
        try (Classifier classifier = Classifier.open(ShippedModel.file())) {
            float[][] logits = classifier.logits(digits);
            for (int i = 0; i < digits.length; i++) {
                right += Softmax.argmax(logits[i]) == labels[i] ? 1 : 0;
            }
        }
        assertThat(right).isGreaterThanOrEqualTo(9_950);
    }

    @Test
    void isTheSameInOnnxRuntime() throws OrtException {
        byte[] image = new byte[Networks.PIXELS];
        for (int i = 0; i < image.length; i++) {
            image[i] = (byte) (i * 37);
        }
        ModelFile.Opened opened = ModelFile.read(ShippedModel.file());
        byte[] onnx = OnnxExport.write(opened.network(), opened.card());
        float[][] ink = new float[1][Networks.PIXELS];
        for (int i = 0; i < image.length; i++) {
            ink[0][i] = (image[i] & 0xff) / 255f;
        }
        OrtEnvironment runtime = OrtEnvironment.getEnvironment();
        try (OrtSession session = runtime.createSession(onnx);
                OnnxTensor input = OnnxTensor.createTensor(runtime, ink);
                OrtSession.Result result = session.run(Map.of("image", input));
                Classifier classifier = Classifier.of(opened.network())) {
            float[] theirs = ((float[][]) result.get("logits").orElseThrow().getValue())[0];
            float[] ours = classifier.logits(new byte[][] {image})[0];
            double[] ourShares = Softmax.of(ours, 1);
            double[] theirShares = Softmax.of(theirs, 1);
            for (int digit = 0; digit < Networks.CLASSES; digit++) {
                assertThat(ours[digit]).isCloseTo(theirs[digit], within(1e-4f));
                assertThat(ourShares[digit]).isCloseTo(theirShares[digit], within(1e-5));
            }
        }
    }

    private static byte[] unpacked(String file, int header) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(SharedData.require(file)))) {
            in.skipNBytes(header);
            return in.readAllBytes();
        }
    }
}
