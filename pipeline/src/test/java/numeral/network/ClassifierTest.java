package numeral.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClassifierTest {
    private static byte[][] images(int count) {
        Random random = new Random(3);
        byte[][] images = new byte[count][Networks.PIXELS];
        for (byte[] image : images) {
            random.nextBytes(image);
        }
        return images;
    }

    @ParameterizedTest
    @EnumSource(NetworkKind.class)
    void anImageGetsTheSameLogitsInAnyCompany(NetworkKind kind) {
        byte[][] images = images(2 * Classifier.DEFAULT_BATCH + 37);
        byte[][] shuffled = images.clone();
        Collections.shuffle(Arrays.asList(shuffled), new Random(4));

        try (Classifier classifier = Classifier.of(Networks.create(NetworksTest.settings(kind)))) {
            float[][] together = classifier.logits(images);
            float[][] otherwise = classifier.logits(shuffled);
            for (int i = 0; i < images.length; i++) {
                assertThat(otherwise[Arrays.asList(shuffled).indexOf(images[i])])
                        .isEqualTo(together[i]);
            }
            assertThat(classifier.logits(new byte[][] {images[5]})[0]).isEqualTo(together[5]);
        }
    }

    @Test
    void logitsAreWhatTheSoftmaxIsTakenFrom() {
        byte[][] images = images(4);
        NetworkSettings settings = NetworksTest.settings(NetworkKind.CNN);
        float[][] probabilities =
                Networks.create(settings).output(Pixels.features(images, 0, 4)).toFloatMatrix();

        try (Classifier classifier = Classifier.of(Networks.create(settings))) {
            float[][] logits = classifier.logits(images);
            for (int i = 0; i < images.length; i++) {
                double[] softmax = Softmax.of(logits[i], 1);
                for (int digit = 0; digit < Networks.CLASSES; digit++) {
                    assertThat(softmax[digit]).isCloseTo(probabilities[i][digit], offset(1e-5));
                }
            }
        }
    }

    @Test
    void refusesImagesOfAnotherSize() {
        try (Classifier classifier = Classifier.of(Networks.create(NetworksTest.settings(NetworkKind.MLP)))) {
            assertThatThrownBy(() -> classifier.logits(new byte[][] {new byte[400]}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("image has 400 bytes, expected 784 (28 x 28)");
        }
    }
}
