package numeral.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
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

    /** A spot around the middle of the image, without edges: hardly an interpolation goes below paper there, and is cut off. */
    private static byte[] spot() {
        byte[] image = new byte[SIDE * SIDE];
        for (int i = 0; i < image.length; i++) {
            double fromX = i % SIDE - 13.5;
            double fromY = i / SIDE - 13.5;
            image[i] = (byte) Math.round(200 * Math.exp(-(fromX * fromX + fromY * fromY) / 12));
        }
        return image;
    }

    private static float[] augmented(Augmentation limits, long seed) {
        return augmented(limits, square(), 0, seed);
    }

    private static float[] augmentedSpot(Augmentation limits, long seed) {
        return augmented(limits, spot(), 0, seed);
    }

    private static float[] augmented(Augmentation limits, byte[] image, int digit, long seed) {
        float[] target = new float[2 * SIDE * SIDE];
        new Augmenter(limits, seed).apply(image, digit, target, SIDE * SIDE);
        return Arrays.copyOfRange(target, SIDE * SIDE, 2 * SIDE * SIDE);
    }

    private static Augmentation limits(double shiftPx, double rotateDegrees, double scale) {
        return new Augmentation(shiftPx, rotateDegrees, scale, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 1);
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
        double whole = sum(augmentedSpot(Augmentation.NONE, 0));
        for (long seed = 0; seed < 200; seed++) {
            float[] ink = augmentedSpot(limits(2, 0, 0), seed);
            assertThat(sum(ink)).isCloseTo(whole, within(0.03));
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
        double whole = sum(augmentedSpot(Augmentation.NONE, 0));
        for (long seed = 0; seed < 50; seed++) {
            assertThat(sum(augmentedSpot(limits(0, 0, 0.2), seed)) / whole).isBetween(0.63, 1.45);
        }
    }

    @Test
    void sameSeedGivesTheSameImage() {
        Augmentation limits = limits(2, 10, 0.1);
        assertThat(augmented(limits, 8)).isEqualTo(augmented(limits, 8)).isNotEqualTo(augmented(limits, 9));
    }

    @Test
    void limitsFallOverTheLastThirdOfTheEpochs() {
        Augmentation limits = new Augmentation(2, 10, 0.1, 0.1, 0.2, 0.5, 0.8, 0.5, 0.4, 0.2, 0.1, 0.3, 2, 0.25);

        assertThat(limits.in(0, 12)).isEqualTo(limits);
        assertThat(limits.in(7, 12)).isEqualTo(limits);
        assertThat(limits.in(9, 12).rotateDegrees()).isCloseTo(6.25, within(1e-9));
        assertThat(limits.in(11, 12))
                .isEqualTo(new Augmentation(
                        0.5, 2.5, 0.025, 0.025, 0.05, 0.5, 0.2, 0.125, 0.1, 0.05, 0.025, 0.075, 2, 0.25));
    }

    @Test
    void refusesLimitsBelowZero() {
        assertThatThrownBy(() -> limits(-1, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("shift-px is -1.0, expected 0 to 14.0");
    }

    private static Augmentation only(String name, double limit) {
        double[] values = new double[11];
        values[
                List.of(
                                "shift",
                                "rotate",
                                "scale",
                                "stretch",
                                "shear",
                                "elastic",
                                "thickness",
                                "fade",
                                "noise",
                                "residue",
                                "coarse")
                        .indexOf(name)] = limit;
        return new Augmentation(
                values[0],
                values[1],
                values[2],
                values[3],
                values[4],
                1,
                values[5],
                values[6],
                values[7],
                values[8],
                values[9],
                values[10],
                3,
                1);
    }

    private static double squareOf(float[] ink, boolean across) {
        double centre = 13.5;
        double moment = 0;
        for (int i = 0; i < ink.length; i++) {
            double from = (across ? i % SIDE : i / SIDE) - centre;
            moment += ink[i] * from * from;
        }
        return moment / sum(ink);
    }

    @Test
    void stretchWidensWhatItFlattens() {
        for (long seed = 0; seed < 50; seed++) {
            float[] ink = augmented(only("stretch", 0.4), seed);
            assertThat(sum(ink)).isCloseTo(36, within(2.0));
            assertThat(Math.sqrt(squareOf(ink, true) / squareOf(ink, false))).isBetween(0.58, 1.42);
        }
    }

    @Test
    void shearMovesRowsAsideInProportionToTheirHeight() {
        for (long seed = 0; seed < 50; seed++) {
            float[] ink = augmentedSpot(only("shear", 0.5), seed);
            double lean = rowCentre(ink, 15) - rowCentre(ink, 12);
            assertThat(Math.abs(lean)).isLessThan(3 * 0.5 + 0.1);
            assertThat(rowCentre(ink, 16) - rowCentre(ink, 11)).isCloseTo(lean * 5 / 3, within(0.1));
        }
    }

    @Test
    void onesAndSevensGetTheirShareOfRotationAndSlant() {
        Augmentation upright = new Augmentation(0, 20, 0, 0, 0.5, 0, 0, 0, 0, 0, 0, 0, 1, 1);
        assertThat(augmented(upright, square(), 1, 3))
                .isEqualTo(augmented(upright, square(), 7, 3))
                .isEqualTo(augmented(limits(0, 0, 0), 3));
        assertThat(augmented(upright, square(), 4, 3)).isNotEqualTo(augmented(upright, square(), 1, 3));
        Augmentation half = new Augmentation(0, 0, 0, 0, 0.5, 0.5, 0, 0, 0, 0, 0, 0, 1, 1);
        double lean = rowCentre(augmented(half, square(), 4, 3), 16) - rowCentre(augmented(half, square(), 4, 3), 11);
        assertThat(rowCentre(augmented(half, square(), 7, 3), 16) - rowCentre(augmented(half, square(), 7, 3), 11))
                .isCloseTo(lean / 2, within(0.05));
    }

    private static double rowCentre(float[] ink, int y) {
        double moment = 0;
        double sum = 0;
        for (int x = 0; x < SIDE; x++) {
            moment += ink[y * SIDE + x] * x;
            sum += ink[y * SIDE + x];
        }
        return moment / sum;
    }

    @Test
    void elasticDisplacementHasTheDeviationAskedFor() {
        double squares = 0;
        int seeds = 400;
        for (long seed = 0; seed < seeds; seed++) {
            double moved = centreX(augmented(only("elastic", 1), seed)) - 13.5;
            squares += moved * moved;
        }
        // the centre of a 6 x 6 square averages a field that is smooth over about as much
        assertThat(Math.sqrt(squares / seeds)).isBetween(0.6, 1.1);
    }

    @Test
    void thicknessMovesTheOutline() {
        double least = 36;
        double most = 36;
        for (long seed = 0; seed < 100; seed++) {
            double area = sum(augmented(only("thickness", 1), seed));
            least = Math.min(least, area);
            most = Math.max(most, area);
        }
        // a 6 x 6 square loses or gains the pixels along its four sides
        assertThat(least).isBetween(16.0, 18.0);
        assertThat(most).isBetween(58.0, 60.0);
    }

    @Test
    void fadeTakesDarknessAndLeavesTheShape() {
        for (long seed = 0; seed < 50; seed++) {
            float[] ink = augmented(only("fade", 0.5), seed);
            assertThat(ink[13 * SIDE + 13]).isBetween(0.5f, 1f);
            assertThat(sum(ink) / ink[13 * SIDE + 13]).isCloseTo(36, within(1e-3));
        }
    }

    @Test
    void residueIsALineNearABorder() {
        for (long seed = 0; seed < 50; seed++) {
            float[] ink = augmented(only("residue", 1), seed);
            int touched = 0;
            for (int i = 0; i < ink.length; i++) {
                boolean inSquare = i / SIDE >= 11 && i / SIDE < 17 && i % SIDE >= 11 && i % SIDE < 17;
                touched += !inSquare && ink[i] > 0 ? 1 : 0;
            }
            assertThat(touched).isBetween(6, SIDE);
            assertThat(ink[13 * SIDE + 13]).isEqualTo(1);
        }
    }

    @Test
    void noiseHasAtMostTheDeviationAskedForAndStaysWithinInk() {
        double most = 0;
        for (long seed = 0; seed < 100; seed++) {
            float[] ink = augmented(only("noise", 0.2), seed);
            double squares = 0;
            for (float pixel : ink) {
                assertThat(pixel).isBetween(0f, 1f);
                squares += pixel < 0.5 ? pixel * pixel : 0;
            }
            // half of the noise on paper is cut off at 0
            most = Math.max(most, Math.sqrt(2 * squares / (ink.length - 36)));
        }
        assertThat(most).isBetween(0.18, 0.21);
    }

    @Test
    void coarsePixelsSoftenAndKeepTheInk() {
        double crispest = contrastOf(augmentedSpot(Augmentation.NONE, 0));
        double whole = sum(augmentedSpot(Augmentation.NONE, 0));
        double least = crispest;
        double most = 0;
        for (long seed = 0; seed < 100; seed++) {
            float[] ink = augmentedSpot(only("coarse", 1), seed);
            assertThat(sum(ink)).isCloseTo(whole, within(0.2 * whole));
            least = Math.min(least, contrastOf(ink));
            most = Math.max(most, contrastOf(ink));
        }
        assertThat(least).isLessThan(0.65 * crispest);
        assertThat(most).isBetween(0.8 * crispest, 1.1 * crispest);
    }

    @Test
    void theShareOfCoarseImagesIsKept() {
        byte[] image = spot();
        Augmentation limits = only("coarse", 0.25);
        float[] crisp = augmented(Augmentation.NONE, image, 0, 0);
        long changed = LongStream.range(0, 1000)
                .filter(seed -> contrastOf(augmented(limits, image, 0, seed)) < 0.95 * contrastOf(crisp))
                .count();
        assertThat(changed).isBetween(180L, 290L);
    }

    /** Mean square of the differences of pixels side by side. */
    private static double contrastOf(float[] ink) {
        double sum = 0;
        for (int i = 1; i < ink.length; i++) {
            sum += (ink[i] - ink[i - 1]) * (ink[i] - ink[i - 1]);
        }
        return sum / ink.length;
    }
}
