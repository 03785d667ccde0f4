package numeral.form.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OutlinesTest {
    private static final double SCALE = 6;

    @Test
    void setsEachPixelOffAgainstTheLightestAroundIt() {
        Random random = new Random(1);
        for (int[] size : new int[][] {{40, 23}, {7, 15}, {3, 2}}) {
            Raster page = new Raster(size[0], size[1], new byte[size[0] * size[1]]);
            random.nextBytes(page.grey());

            Raster outlines = Outlines.of(page, SCALE);

            for (int y = 0; y < page.height(); y++) {
                for (int x = 0; x < page.width(); x++) {
                    assertThat(outlines.grey(x, y))
                            .as(x + ", " + y)
                            .isEqualTo(Math.max(0, 255 - 2 * (lightest(page, x, y, 3) - page.grey(x, y))));
                }
            }
        }
    }

    private static int lightest(Raster page, int x, int y, int radius) {
        int lightest = 0;
        for (int j = Math.max(0, y - radius); j <= Math.min(page.height() - 1, y + radius); j++) {
            for (int i = Math.max(0, x - radius); i <= Math.min(page.width() - 1, x + radius); i++) {
                lightest = Math.max(lightest, page.grey(i, j));
            }
        }
        return lightest;
    }

    @Test
    void keepsThinLinesAndLeavesOfATintItsBorder() {
        Raster page = new Raster(60, 20, new byte[60 * 20]);
        Arrays.fill(page.grey(), (byte) 250);
        for (int y = 0; y < 20; y++) {
            Arrays.fill(page.grey(), y * 60 + 10, y * 60 + 14, (byte) 50);
            Arrays.fill(page.grey(), y * 60 + 30, y * 60 + 60, (byte) 180);
        }

        Raster outlines = Outlines.of(page, SCALE);

        assertThat(outlines.grey(5, 10)).isEqualTo(255);
        assertThat(outlines.grey(12, 10)).isEqualTo(0);
        assertThat(outlines.grey(29, 10)).isEqualTo(255);
        assertThat(outlines.grey(30, 10)).isEqualTo(115);
        assertThat(outlines.grey(32, 10)).isEqualTo(115);
        assertThat(outlines.grey(33, 10)).isEqualTo(255);
        assertThat(outlines.grey(50, 10)).isEqualTo(255);
    }
}
