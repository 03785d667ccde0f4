package numeral.form.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlockMeansTest {
    @ParameterizedTest
    @CsvSource({"1, 2", "2, 1", "3, 3", "4, 2", "7, 5", "2, 300"})
    void everyPixelIsTheMeanOfItsBlockRoundedDown(int fx, int fy) {
        Raster page = page(103, 617);

        Raster reduced = page.reduced(fx, fy);

        assertThat(reduced.width()).isEqualTo(103 / fx);
        assertThat(reduced.height()).isEqualTo(617 / fy);
        for (int y = 0; y < reduced.height(); y++) {
            for (int x = 0; x < reduced.width(); x++) {
                int sum = 0;
                for (int i = 0; i < fx * fy; i++) {
                    sum += page.at(x * fx + i % fx, y * fy + i / fx);
                }
                assertThat(reduced.at(x, y)).as("%d, %d", x, y).isEqualTo(sum / (fx * fy));
            }
        }
    }

    /** Paper in its left half and at its foot, noise elsewhere. */
    private static Raster page(int width, int height) {
        byte[] grey = new byte[width * height];
        new Random(3).nextBytes(grey);
        for (int y = 0; y < height; y++) {
            int paper = y > height / 2 ? width : width / 2;
            Arrays.fill(grey, y * width, y * width + paper, (byte) Raster.PAPER);
        }
        return new Raster(width, height, grey);
    }
}
