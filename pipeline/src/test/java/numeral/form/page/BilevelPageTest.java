package numeral.form.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A bilevel page says in every way what the grey page of the same pixels says. */
class BilevelPageTest {
    private static final int HEIGHT = 311;

    /** Paper above, then noise of ever more ink. */
    private static Raster grey(int width) {
        byte[] grey = new byte[width * HEIGHT];
        Random random = new Random(width);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < width; x++) {
                boolean ink = random.nextInt(HEIGHT) < y - HEIGHT / 3 || x == width / 2;
                grey[y * width + x] = ink ? 0 : (byte) Page.PAPER;
            }
        }
        return new Raster(width, HEIGHT, grey);
    }

    private static BilevelPage packed(Raster grey) {
        int rowBytes = (grey.width() + 7) / 8;
        byte[] bits = new byte[rowBytes * grey.height()];
        Arrays.fill(bits, (byte) 0xff);
        for (int y = 0; y < grey.height(); y++) {
            for (int x = 0; x < grey.width(); x++) {
                if (grey.grey(x, y) == 0) {
                    bits[y * rowBytes + x / 8] &= (byte) ~(0x80 >> x % 8);
                }
            }
        }
        return new BilevelPage(grey.width(), grey.height(), bits);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 64, 203})
    void everyPixelIsThere(int width) {
        Raster grey = grey(width);
        BilevelPage packed = packed(grey);

        assertThat(packed.bilevel()).isTrue();
        for (int y = -1; y <= HEIGHT; y++) {
            for (int x = -1; x <= width; x++) {
                assertThat(packed.at(x, y)).as("%d, %d", x, y).isEqualTo(grey.at(x, y));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "3, 3", "4, 2", "28, 5", "29, 2", "57, 1", "58, 3", "130, 300"})
    void meansAreThose(int fx, int fy) {
        Raster grey = grey(203);

        assertThat(packed(grey).reduced(fx, fy).grey())
                .containsExactly(grey.reduced(fx, fy).grey());
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "0.7, 0.02", "1.5, -0.3", "3, 1.5", "0.01, 1", "1, 0.02", "0.99, -0.04", "1.2, 0.1", "-1, 0.01"
    })
    void warpedItIsTheSame(double along, double across) {
        Raster grey = grey(203);
        Affine toPage = new Affine(along, across, -3.3, -across, along, 5.7);

        assertThat(packed(grey).warped(150, 290, toPage).grey())
                .containsExactly(grey.warped(150, 290, toPage).grey());
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0",
        "1, 0.02",
        "0.99, -0.04",
        "1.2, 0.1",
        "0.8, 0.01",
        "1.00001, 0.0001",
        "1.3, 0",
        "-1, 0.01",
        "0.01, 1"
    })
    void inkIsWhatIsDarkOfThat(double along, double across) {
        Raster grey = grey(203);
        Affine toPage = new Affine(along, across, 2.3, -across, along, 17.7);
        Affine overTheEdge = new Affine(along, across, -3.3, -across, along, 5.7);

        assertThat(packed(grey).inked(137, 250, toPage).ink())
                .containsExactly(grey.inked(137, 250, toPage).ink());
        assertThat(packed(grey).inked(150, 311, overTheEdge).ink())
                .containsExactly(grey.inked(150, 311, overTheEdge).ink());
    }

    @Test
    void profilesAreThose() {
        Raster grey = grey(203);
        BilevelPage packed = packed(grey);
        Random random = new Random(5);
        for (int i = 0; i < 2_000; i++) {
            double x = random.nextDouble(-20, 220);
            double y = random.nextDouble(-20, 330);
            boolean straight = i % 3 == 0;
            double dx = random.nextDouble(-200, 200) * (straight ? 0.01 : 1);
            double dy = random.nextDouble(-200, 200);
            int points = 1 + random.nextInt(400);
            int reach = random.nextInt(60);

            assertThat(CrossProfile.of(packed, x, y, dx, dy, points, reach))
                    .as("level, %s", i)
                    .containsExactly(CrossProfile.of(grey, x, y, dx, dy, points, reach));
            assertThat(CrossProfile.of(packed, x, y, dy, dx, points, reach))
                    .as("upright, %s", i)
                    .containsExactly(CrossProfile.of(grey, x, y, dy, dx, points, reach));
        }
    }

    @Test
    void aPageOfOtherLengthIsRefused() {
        assertThatThrownBy(() -> new BilevelPage(9, 2, new byte[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("9 x 2 pixels with 2 bytes");
    }
}
