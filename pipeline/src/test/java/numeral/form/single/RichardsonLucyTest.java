package numeral.form.single;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import numeral.form.page.Raster;
import org.junit.jupiter.api.Test;

class RichardsonLucyTest {
    private static final int WIDTH = 41;
    private static final int HEIGHT = 30;
    private static final double DEVIATION = 1.5;

    /** Two upright strokes of two pixels, two apart, as a Gaussian softens them, with noise. */
    private static Raster soft(double noise) {
        Random random = new Random(1);
        byte[] ink = new byte[WIDTH * HEIGHT];
        for (int i = 0; i < ink.length; i++) {
            double across = blurred(i % WIDTH, 17, 19) + blurred(i % WIDTH, 21, 23);
            double seen = 180 * across * blurred(i / WIDTH, 8, 22) + noise * random.nextGaussian();
            ink[i] = (byte) Math.round(Math.max(0, Math.min(255, seen)));
        }
        return new Raster(WIDTH, HEIGHT, ink);
    }

    private static double blurred(int at, int from, int to) {
        return IntStream.range(from, to)
                        .mapToDouble(i -> Math.exp(-(at - i) * (at - i) / (2 * DEVIATION * DEVIATION)))
                        .sum()
                / (DEVIATION * Math.sqrt(2 * Math.PI));
    }

    private static long sum(Raster image) {
        return IntStream.range(0, image.grey().length)
                .mapToLong(i -> image.grey()[i] & 0xff)
                .sum();
    }

    /** Ink between the strokes as a share of what is in them. */
    private static double between(Raster image) {
        int middle = image.grey(19, 15) + image.grey(20, 15);
        return 2.0 * middle / (image.grey(17, 15) + image.grey(18, 15) + image.grey(21, 15) + image.grey(22, 15));
    }

    @Test
    void strokesThatRanIntoOneAnotherComeApart() {
        assertThat(between(soft(0))).isGreaterThan(0.8);
        assertThat(between(RichardsonLucy.sharpened(soft(0), DEVIATION, 16))).isLessThan(0.6);
        assertThat(between(RichardsonLucy.sharpened(soft(0), DEVIATION, 100))).isLessThan(0.3);
        assertThat(between(RichardsonLucy.sharpened(soft(5), DEVIATION, 16))).isLessThan(0.65);
    }

    @Test
    void inkIsNeitherMadeNorLost() {
        Raster sharpened = RichardsonLucy.sharpened(soft(0), DEVIATION, 8);
        assertThat((double) sum(sharpened) / sum(soft(0))).isCloseTo(1, within(0.03));
    }

    @Test
    void paperStaysPaper() {
        Raster paper = new Raster(9, 7, new byte[63]);
        assertThat(RichardsonLucy.sharpened(paper, 2, 16).grey()).containsOnly(0);
    }
}
