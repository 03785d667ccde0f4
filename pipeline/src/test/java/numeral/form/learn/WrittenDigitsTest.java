package numeral.form.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import numeral.form.page.Affine;
import numeral.form.page.Box;
import numeral.form.page.Raster;
import org.junit.jupiter.api.Test;

class WrittenDigitsTest {
    private static final int PX_PER_MM = 8;
    private static final Box STRIP = new Box(5, 5, 50, 8);

    private final byte[] grey = new byte[60 * PX_PER_MM * 20 * PX_PER_MM];

    WrittenDigitsTest() {
        Arrays.fill(grey, (byte) 240);
    }

    @Test
    void countsNothingInAnEmptyStrip() {
        ink(5, 5, 50, 0.4);
        ink(5, 12.6, 50, 0.4);

        assertThat(count()).isZero();
    }

    @Test
    void countsWhatLiesSideBySide() {
        ink(10, 7, 2.5, 4);
        ink(15, 6.5, 0.5, 5);
        ink(18, 7, 2.5, 4);

        assertThat(count()).isEqualTo(3);
    }

    @Test
    void takesPiecesAboveEachOtherForOneDigitAndDotsForNone() {
        ink(10, 6, 3, 2.6);
        ink(10.5, 9.2, 3, 2.6);
        ink(20, 7, 2.5, 4);
        ink(26, 9, 0.6, 0.6);

        assertThat(count()).isEqualTo(2);
    }

    @Test
    void countsDigitsThatTouchByTheirWidth() {
        ink(10, 7, 2.5, 4);
        ink(15, 7, 2.5, 4);
        ink(20, 7, 5.2, 4);

        assertThat(count()).isEqualTo(4);
    }

    /** A rectangle of ink, in millimetres. */
    private void ink(double x, double y, double w, double h) {
        for (int row = (int) (y * PX_PER_MM); row < (y + h) * PX_PER_MM; row++) {
            for (int column = (int) (x * PX_PER_MM); column < (x + w) * PX_PER_MM; column++) {
                grey[row * 60 * PX_PER_MM + column] = 40;
            }
        }
    }

    private int count() {
        Raster page = new Raster(60 * PX_PER_MM, 20 * PX_PER_MM, grey);
        return WrittenDigits.count(new LevelPage(page, PX_PER_MM, Affine.scale(PX_PER_MM, PX_PER_MM)), STRIP);
    }
}
