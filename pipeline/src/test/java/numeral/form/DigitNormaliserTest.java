package numeral.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import numeral.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigitNormaliserTest {
    private static final int SIDE = DigitNormaliser.SIDE;

    private static byte[] bar(int width, int height, int x0, int y0, int w, int h) {
        byte[] ink = new byte[width * height];
        for (int y = y0; y < y0 + h; y++) {
            Arrays.fill(ink, y * width + x0, y * width + x0 + w, (byte) 255);
        }
        return ink;
    }

    /** Left, top, right and bottom of the ink, and its centre of mass in pixel indexes. */
    private static double[] geometry(byte[] image) {
        double[] g = {SIDE, SIDE, -1, -1, 0, 0};
        double sum = 0;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                int value = image[y * SIDE + x] & 0xff;
                if (value > 0) {
                    g[0] = Math.min(g[0], x);
                    g[1] = Math.min(g[1], y);
                    g[2] = Math.max(g[2], x);
                    g[3] = Math.max(g[3], y);
                }
                sum += value;
                g[4] += x * (double) value;
                g[5] += y * (double) value;
            }
        }
        g[4] /= sum;
        g[5] /= sum;
        return g;
    }

    @ParameterizedTest
    @CsvSource({"40, 8, 20, 4", "8, 40, 4, 20", "31, 31, 20, 20", "5, 5, 10, 10", "12, 3, 20, 5"})
    void keepsTheAspectAndMakesTheLongestSideTwenty(int w, int h, int expectedWidth, int expectedHeight) {
        double[] g = geometry(DigitNormaliser.normalise(bar(100, 90, 37, 21, w, h), 100, 90));

        assertThat(g[2] - g[0] + 1).isCloseTo(expectedWidth, within(1.0));
        assertThat(g[3] - g[1] + 1).isCloseTo(expectedHeight, within(1.0));
    }

    @Test
    void averagesExactlyByArea() {
        // 30 pixels onto 20: pixel 0 takes pixel 0 whole and half of pixel 1, which is paper here
        byte[] ink = bar(30, 30, 0, 0, 30, 30);
        for (int y = 0; y < 30; y++) {
            ink[y * 30 + 1] = 0;
        }

        byte[] image = DigitNormaliser.normalise(ink, 30, 30);

        int middle = 14 * SIDE;
        int left = (int) geometry(image)[0];
        assertThat(image[middle + left] & 0xff).isEqualTo(170);
        assertThat(image[middle + left + 1] & 0xff).isEqualTo(170);
        assertThat(image[middle + left + 2] & 0xff).isEqualTo(255);
    }

    @Test
    void putsTheCentreOfMassIntoTheMiddleAndNotTheBox() {
        byte[] ink = bar(60, 60, 10, 20, 40, 4);
        byte[] foot = bar(60, 60, 46, 10, 4, 40);
        for (int i = 0; i < ink.length; i++) {
            ink[i] |= foot[i];
        }

        double[] g = geometry(DigitNormaliser.normalise(ink, 60, 60));

        assertThat(g[4]).isBetween(13.5, 14.5);
        assertThat(g[5]).isBetween(13.5, 14.5);
        assertThat((g[0] + g[2]) / 2).isLessThan(12);
    }

    @Test
    void makesTheDarkestPixelFullInk() {
        byte[] ink = bar(50, 50, 10, 10, 5, 30);
        for (int i = 0; i < ink.length; i++) {
            ink[i] = (byte) ((ink[i] & 0xff) / 3);
        }

        byte[] image = DigitNormaliser.normalise(ink, 50, 50);

        int darkest = 0;
        for (byte pixel : image) {
            darkest = Math.max(darkest, pixel & 0xff);
        }
        assertThat(darkest).isEqualTo(255);
    }

    @Test
    void refusesPaper() {
        assertThatThrownBy(() -> DigitNormaliser.normalise(new byte[20], 5, 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("digit of 5 x 4 pixels has no ink");
    }

    /** The recipe's own measure: MNIST as published obeys it, so that MNIST and our crops agree. */
    @Test
    void agreesWithMnist() throws IOException {
        byte[][] images = mnist("mnist/t10k-images-idx3-ubyte.gz");
        int centred = 0;
        int twenty = 0;
        int whole = 0;
        int same = 0;
        for (byte[] image : images) {
            double[] g = geometry(image);
            centred += Math.abs(g[4] - 14) <= 0.52 && Math.abs(g[5] - 14) <= 0.52 ? 1 : 0;
            twenty += Math.max(g[2] - g[0], g[3] - g[1]) + 1 == 20 ? 1 : 0;
            if (fillsItsGlyph(image, g)) {
                whole++;
                byte[] again = DigitNormaliser.normalise(enlarged(image, 4), 4 * SIDE, 4 * SIDE);
                same += Arrays.equals(image, again) ? 1 : 0;
            }
        }
        assertThat(images.length).isEqualTo(10_000);
        assertThat(centred).isGreaterThanOrEqualTo(9_999);
        assertThat(twenty).isGreaterThanOrEqualTo(9_990);
        // where nothing has to be resampled, enlarging and normalising again gives the image back byte by byte
        assertThat(whole).isGreaterThan(2_000);
        assertThat(same).isGreaterThanOrEqualTo((int) (0.999 * whole));
    }

    /** Longest side 20, the short side's padding a whole number of pixels, and full ink somewhere. */
    private static boolean fillsItsGlyph(byte[] image, double[] g) {
        int width = (int) (g[2] - g[0]) + 1;
        int height = (int) (g[3] - g[1]) + 1;
        boolean full = false;
        for (byte pixel : image) {
            full |= pixel == (byte) 255;
        }
        return Math.max(width, height) == 20 && Math.min(width, height) % 2 == 0 && full;
    }

    private static byte[] enlarged(byte[] image, int factor) {
        int side = SIDE * factor;
        byte[] result = new byte[side * side];
        for (int i = 0; i < result.length; i++) {
            result[i] = image[i / side / factor * SIDE + i % side / factor];
        }
        return result;
    }

    private static byte[][] mnist(String file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(SharedData.require(file)))) {
            byte[] bytes = in.readAllBytes();
            int header = 16;
            byte[][] images = new byte[(bytes.length - header) / (SIDE * SIDE)][];
            for (int i = 0; i < images.length; i++) {
                int from = header + i * SIDE * SIDE;
                images[i] = Arrays.copyOfRange(bytes, from, from + SIDE * SIDE);
            }
            return images;
        }
    }
}
