package numeral.form.single;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import numeral.form.DigitNormaliser;
import numeral.form.page.Raster;
import org.junit.jupiter.api.Test;

class SingleDigitTest {
    private static final int SIDE = 140;

    /** A one, upright and a little slanted, in the middle of an image, by how much of a pixel is ink. */
    private static double one(double x, double y) {
        double fromStroke = Math.abs(x - 70 - (70 - y) * 0.15) - 5;
        return y < 25 || y > 115 ? 0 : Math.max(0, Math.min(1, 0.5 - fromStroke));
    }

    private static Raster image(int side, DoubleBinaryOperator grey) {
        byte[] pixels = new byte[side * side];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) Math.round(Math.max(0, Math.min(255, grey.applyAsDouble(i % side, i / side))));
        }
        return new Raster(side, side, pixels);
    }

    private static byte[] read(Raster image) {
        return SingleDigit.normalised(image).orElseThrow();
    }

    /** Mean difference of two digits in grey, where they fit best by a pixel to any side. */
    private static double difference(byte[] digit, byte[] other) {
        double least = Double.POSITIVE_INFINITY;
        for (int shift : new int[] {0, -1, 1, -28, 28}) {
            double sum = 0;
            for (int i = 28; i < digit.length - 28; i++) {
                sum += Math.abs((digit[i + shift] & 0xff) - (other[i] & 0xff));
            }
            least = Math.min(least, sum / digit.length);
        }
        return least;
    }

    private static byte[] plain() {
        return read(image(SIDE, (x, y) -> 255 * (1 - one(x, y))));
    }

    @Test
    void bothPolaritiesAreTheSameDigit() {
        assertThat(difference(read(image(SIDE, (x, y) -> 255 * one(x, y))), plain()))
                .isLessThan(1);
    }

    @Test
    void imagesOfAnySizeAndContentAreTaken() {
        Random random = new Random(5);
        for (int i = 0; i < 3000; i++) {
            int width = 1 + random.nextInt(12);
            int height = 1 + random.nextInt(12);
            byte[] pixels = new byte[width * height];
            random.nextBytes(pixels);
            int tones = 1 + random.nextInt(255);
            for (int at = 0; at < pixels.length; at++) {
                pixels[at] = (byte) ((pixels[at] & 0xff) / tones * tones);
            }
            Raster image = new Raster(width, height, pixels);

            assertThat(SingleDigit.normalised(image).map(digit -> digit.length))
                    .isIn(Optional.empty(), Optional.of(784));
        }
    }

    @Test
    void anImageOfOneToneHasNoDigit() {
        assertThat(SingleDigit.normalised(image(SIDE, (x, y) -> 180))).isEmpty();
    }

    @Test
    void unevenLightIsTakenOff() {
        Raster photograph = image(SIDE, (x, y) -> (240 - x) * (1 - 0.8 * one(x, y)));
        assertThat(difference(read(photograph), plain())).isLessThan(3);
    }

    @Test
    void aSmallDigitOnMuchPaperIsNotLostInItsNoise() {
        Random random = new Random(3);
        Raster page = image(
                500,
                (x, y) -> 200 + 10 * random.nextGaussian() - 140 * (x > 180 && y > 180 ? one(x - 180, y - 180) : 0));
        assertThat(difference(read(page), plain())).isLessThan(6);
    }

    /** An eight of thin strokes: two rings, one upon the other. */
    private static double eight(double x, double y) {
        double fromUpper = Math.abs(Math.hypot(x - 70, y - 48) - 20);
        double fromLower = Math.abs(Math.hypot(x - 70, y - 92) - 24);
        return Math.max(0, Math.min(1, 5 - Math.min(fromUpper, fromLower)));
    }

    /** A row through the middle of the upper ring: ink of its left side, within it, and of its right side. */
    private static int[] acrossRing(byte[] digit) {
        int row = 9 * DigitNormaliser.SIDE;
        int[] most = new int[3];
        int inside = 255;
        for (int x = 8; x < 20; x++) {
            int part = x < 13 ? 0 : x < 16 ? 1 : 2;
            most[part] = Math.max(most[part], digit[row + x] & 0xff);
            inside = part == 1 ? Math.min(inside, digit[row + x] & 0xff) : inside;
        }
        return new int[] {most[0], inside, most[2]};
    }

    @Test
    void ringsOfADigitOfFewPixelsStayOpen() {
        int[] crisp = acrossRing(read(image(SIDE, (x, y) -> 250 * (1 - eight(x, y)))));
        // 14 of them to the image's side, 9 to the digit's height
        Raster coarse = image(SIDE, (x, y) -> 250 * (1 - eight(x, y))).reduced(10, 10);
        int[] seen = acrossRing(read(coarse));
        assertThat(crisp[1]).isLessThan(20);
        assertThat(seen[0]).isGreaterThan(140);
        assertThat(seen[1]).isLessThan(60);
        assertThat(seen[2]).isGreaterThan(140);
    }

    @Test
    void aPhotographOutOfFocusIsMadeCrisp() {
        double[] sharp = new double[SIDE * SIDE];
        for (int i = 0; i < sharp.length; i++) {
            sharp[i] = eight(i % SIDE, i / SIDE);
        }
        Raster soft = image(SIDE, (x, y) -> {
            double sum = 0;
            double all = 0;
            for (int dy = -30; dy <= 30; dy++) {
                for (int dx = -30; dx <= 30; dx++) {
                    int from = ((int) y + dy) * SIDE + (int) x + dx;
                    double weight = Math.exp(-(dx * dx + dy * dy) / 242.0);
                    all += weight;
                    sum += from >= 0 && from < sharp.length ? weight * sharp[from] : 0;
                }
            }
            return 220 - 180 * sum / all;
        });
        int[] seen = acrossRing(read(soft));
        assertThat(seen[0]).isGreaterThan(150);
        assertThat(seen[1]).isLessThan(100);
        assertThat(seen[2]).isGreaterThan(150);
    }

    @Test
    void linesAlongBordersAndAFrameAreLeftOut() {
        Raster line = image(SIDE, (x, y) -> 255 * (1 - (y >= 130 && y < 133 ? 1 : one(x, y))));
        assertThat(difference(read(line), plain())).isLessThan(0.01);
        Raster upright = image(SIDE, (x, y) -> 255 * (1 - (x >= 6 && x < 10 ? 1 : one(x, y))));
        assertThat(difference(read(upright), plain())).isLessThan(0.01);
        Raster blackMargin = image(
                SIDE, (x, y) -> 255 * (1 - (Math.max(Math.abs(x - 69.5), Math.abs(y - 69.5)) > 60 ? 1 : one(x, y))));
        Raster box = image(SIDE, (x, y) -> {
            double fromMiddle = Math.max(Math.abs(x - 69.5), Math.abs(y - 69.5));
            return 255 * (1 - (fromMiddle > 60 && fromMiddle < 63 ? 1 : one(x, y)));
        });
        assertThat(difference(read(box), plain())).isLessThan(0.01);
        assertThat(SingleDigit.normalised(blackMargin)).isPresent();
    }

    @Test
    void aLineAloneIsWhatThereIs() {
        Raster line = image(SIDE, (x, y) -> y >= 130 && y < 133 ? 0 : 255);
        assertThat(read(line)).contains((byte) 255);
    }

    @Test
    void aNoughtThatFillsTheImageIsNoFrame() {
        Raster nought = image(SIDE, (x, y) -> {
            double fromRing = Math.abs(Math.hypot(x - 69.5, y - 69.5) - 62) - 5;
            return 255 * Math.max(0, Math.min(1, 0.5 + fromRing));
        });
        byte[] digit = read(nought);
        assertThat(digit[14 * DigitNormaliser.SIDE + 14]).isZero();
        assertThat(digit[14 * DigitNormaliser.SIDE + 5] & 0xff).isGreaterThan(100);
    }
}
