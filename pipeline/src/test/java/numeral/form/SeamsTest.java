package numeral.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import numeral.form.page.Bitmap;
import numeral.form.page.Components;
import org.junit.jupiter.api.Test;

class SeamsTest {
    private static final int HEIGHT = 30;
    private static final double ALL = Double.MAX_VALUE;

    private static List<Seams.Seam> seams(Bitmap ink, double maxInkPx) {
        return Seams.of(Components.of(ink), 1, HEIGHT, maxInkPx);
    }

    /** Two blocks of 20 columns, four apart, with a bridge between them. */
    private static Bitmap bridged(int thick) {
        Bitmap bitmap = new Bitmap(44, HEIGHT);
        for (int at = 0; at < bitmap.ink().length; at++) {
            int x = at % 44;
            int y = at / 44;
            bitmap.ink()[at] = (byte) (x < 20 || x >= 24 || y >= 8 && y < 8 + thick ? 1 : 0);
        }
        return bitmap;
    }

    @Test
    void twoThatTouchAreCutWhereTheyDo() {
        assertThat(seams(bridged(3), 8)).singleElement().satisfies(seam -> {
            assertThat(seam.inkPx()).isEqualTo(3);
            assertThat(seam.columns()).hasSize(HEIGHT);
            assertThat(Arrays.stream(seam.columns())).allMatch(column -> column >= 20 && column <= 24);
        });
    }

    @Test
    void whatIsTooThickIsNotCut() {
        assertThat(seams(bridged(9), 8)).isEmpty();
    }

    @Test
    void noCutTakesMoreInkThanTheStraightOneOrLeansTooFar() {
        Random random = new Random(3);
        Bitmap noise = new Bitmap(70, HEIGHT);
        for (int at = 0; at < noise.ink().length; at++) {
            boolean frame = at < 70 || at % 70 == 0 || at % 70 == 69;
            noise.ink()[at] = (byte) (frame || random.nextInt(3) > 0 ? 1 : 0);
        }
        Components components = Components.of(noise);

        List<Seams.Seam> seams = Seams.of(components, 1, HEIGHT, ALL);

        assertThat(seams).hasSizeGreaterThan(5);
        int saved = 0;
        for (Seams.Seam seam : seams) {
            int[] columns = seam.columns();
            int ink = 0;
            int straight = 0;
            for (int y = 0; y < columns.length; y++) {
                ink += inked(components, columns[y], y);
                straight += inked(components, seam.middle(), y);
                assertThat(Math.abs(columns[y] - columns[Math.max(0, y - 1)])).isLessThanOrEqualTo(1);
                assertThat(Math.abs(columns[y] - seam.middle())).isLessThanOrEqualTo(HEIGHT / 5);
            }
            assertThat(ink).isEqualTo((int) seam.inkPx()).isLessThanOrEqualTo(straight);
            saved += straight - ink;
        }
        assertThat(saved).isGreaterThan(5 * seams.size());
    }

    private static int inked(Components components, int x, int y) {
        return x >= 0 && x < 70 && components.labels()[y * 70 + x] == 1 ? 1 : 0;
    }
}
