package numeral.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import numeral.form.page.Bitmap;
import numeral.form.page.Box;
import numeral.form.page.Raster;
import org.junit.jupiter.api.Test;

class TintBorderTest {
    private static final int SIZE = 100;
    private static final double SCALE = 10;
    private static final int TINT = 190;
    private static final Box BOX = new Box(2, 2, 6, 6);

    private final FieldWindow window = new FieldWindow(new Bitmap(SIZE, SIZE), 0, 0, SCALE);
    private final Raster scan = new Raster(SIZE, SIZE, new byte[SIZE * SIZE]);

    @Test
    void keepsAStrokeThatLiesOnTheBorderWhole() {
        scan(TINT);
        fill(scan.grey(), 18, 30, 22, 70, 60);
        // In the outlines the border and the stroke on it are one.
        fill(window.ink().ink(), 16, 20, 20, 80, 1);

        assertThat(cleared()).isTrue();
        assertThat(window.ink().area()).isEqualTo(4 * 40);
        assertThat(window.ink().at(18, 30)).isTrue();
        assertThat(window.ink().at(17, 50)).isFalse();
    }

    @Test
    void leavesTheInkBesideTheBorderAsItIs() {
        scan(TINT);
        fill(window.ink().ink(), 40, 40, 60, 60, 1);

        assertThat(cleared()).isTrue();
        assertThat(window.ink().area()).isEqualTo(20 * 20);
    }

    @Test
    void leavesLinesAsDarkAsAPenToTheirRemover() {
        scan(90);
        fill(window.ink().ink(), 16, 20, 20, 80, 1);

        assertThat(cleared()).isFalse();
        assertThat(window.ink().area()).isEqualTo(4 * 60);
    }

    private boolean cleared() {
        Box outline = new Box(BOX.x() - 0.2, BOX.y() - 0.2, BOX.w() + 0.4, BOX.h() + 0.4);
        return TintBorder.cleared(window, scan, Registration.outline(outline), 0.4);
    }

    /** A white box on a tint. */
    private void scan(int tint) {
        Arrays.fill(scan.grey(), (byte) tint);
        fill(scan.grey(), 20, 20, 80, 80, 250);
    }

    private static void fill(byte[] pixels, int left, int top, int right, int bottom, int value) {
        for (int y = top; y < bottom; y++) {
            Arrays.fill(pixels, y * SIZE + left, y * SIZE + right, (byte) value);
        }
    }
}
