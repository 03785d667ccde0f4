package numeral.form.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RuledLinesTest {
    private static final int SIDE = 300;
    private static final double PX_PER_MM = 6;

    private final Raster page = page();

    private static Raster page() {
        byte[] grey = new byte[SIDE * SIDE];
        Random random = new Random(1);
        for (int i = 0; i < grey.length; i++) {
            grey[i] = (byte) (215 + random.nextInt(11));
        }
        return new Raster(SIDE, SIDE, grey);
    }

    private void fill(int x, int y, int w, int h, int grey) {
        for (int row = y; row < y + h; row++) {
            Arrays.fill(page.grey(), row * SIDE + x, row * SIDE + x + w, (byte) grey);
        }
    }

    private boolean ruled(boolean horizontal, int x, int y) {
        return RuledLines.of(page, PX_PER_MM, horizontal).at(x, y);
    }

    @Test
    void seesDarkAndPaleLinesOfTheirOwnDirection() {
        fill(50, 100, 120, 2, 0);
        fill(50, 200, 120, 2, 170);

        assertThat(ruled(true, 100, 100)).isTrue();
        assertThat(ruled(true, 100, 200)).isTrue();
        assertThat(ruled(false, 100, 100)).isFalse();
        assertThat(ruled(true, 100, 150)).isFalse();
    }

    @Test
    void closesTheGapsOfDots() {
        for (int x = 60; x < 180; x += 5) {
            fill(x, 100, 2, 2, 0);
        }

        assertThat(ruled(true, 123, 100)).isTrue();
        assertThat(ruled(true, 250, 100)).isFalse();
    }

    @Test
    void takesNeitherTheBorderNorTheInsideOfAFilledAreaForALine() {
        fill(50, 100, 120, 40, 0);

        assertThat(RuledLines.of(page, PX_PER_MM, true).area()).isZero();
        assertThat(RuledLines.of(page, PX_PER_MM, false).area()).isZero();
    }

    @Test
    void passesOverStrokesThatAreTooShort() {
        fill(50, 100, 8, 2, 0);

        assertThat(RuledLines.of(page, PX_PER_MM, true).area()).isZero();
    }
}
