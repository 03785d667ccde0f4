package numeral.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.DoubleBinaryOperator;
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
