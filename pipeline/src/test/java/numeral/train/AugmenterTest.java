package numeral.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AugmenterTest {
    private static final int SIDE = 28;

    /** A 6 x 6 square of full ink with its middle at (14, 14). */
    private static byte[] square() {
        byte[] image = new byte[SIDE * SIDE];
        for (int y = 11; y < 17; y++) {
            for (int x = 11; x < 17; x++) {
                image[y * SIDE + x] = (byte) 255;
            }
        }
        return image;
    }

    private static float[] augmented(Augmentation limits, long seed) {
        float[] target = new float[2 * SIDE * SIDE];
        new Augmenter(limits, seed).apply(square(), target, SIDE * SIDE);
        return Arrays.copyOfRange(target, SIDE * SIDE, 2 * SIDE * SIDE);
    }

    private static Augmentation limits(double shiftPx, double rotateDegrees, double scale) {
        return new Augmentation(shiftPx, rotateDegrees, scale, 0, 0, 0, 0, 0, 0);
    }

    private static double sum(float[] ink) {
        double sum = 0;
        for (float pixel : ink) {
            sum += pixel;
        }
        return sum;
    }

    private static double centreX(float[] ink) {
        double moment = 0;
        for (int i = 0; i < ink.length; i++) {
            moment += ink[i] * (i % SIDE);
        }
        return moment / sum(ink);
    }

    @Test
    void noneLeavesTheImage() {
        float[] ink = augmented(Augmentation.NONE, 1);
        assertThat(sum(ink)).isEqualTo(36);
        assertThat(ink[11 * SIDE + 11]).isEqualTo(1);
    }

    @Test
    void shiftKeepsTheInkAndStaysWithinTheLimit() {
        double least = 1;
        double most = -1;
        for (long seed = 0; seed < 200; seed++) {
            float[] ink = augmented(limits(2, 0, 0), seed);
            assertThat(sum(ink)).isCloseTo(36, within(1e-3));
            double shift = centreX(ink) - 13.5;
            assertThat(shift).isBetween(-2.001, 2.001);
            least = Math.min(least, shift);
            most = Math.max(most, shift);
        }
        assertThat(least).isLessThan(-1.8);
        assertThat(most).isGreaterThan(1.8);
    }

    @Test
    void rotationKeepsTheCentreAndTheInk() {
        float[] ink = augmented(limits(0, 30, 0), 5);
        assertThat(centreX(ink)).isCloseTo(13.5, within(0.02));
        assertThat(sum(ink)).isCloseTo(36, within(0.5));
        assertThat(ink).isNotEqualTo(augmented(Augmentation.NONE, 5));
    }

    @Test
    void scaleChangesTheAreaWithinTheLimit() {
        for (long seed = 0; seed < 50; seed++) {
            assertThat(sum(augmented(limits(0, 0, 0.2), seed)) / 36).isBetween(0.62, 1.46);
        }
    }

    @Test
    void sameSeedGivesTheSameImage() {
        Augmentation limits = limits(2, 10, 0.1);
        assertThat(augmented(limits, 8)).isEqualTo(augmented(limits, 8)).isNotEqualTo(augmented(limits, 9));
    }

    @Test
    void refusesLimitsBelowZero() {
        assertThatThrownBy(() -> limits(-1, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("shift-px is -1.0, expected 0 to 14.0");
    }
}
