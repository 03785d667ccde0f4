package numeral.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import numeral.form.page.Bitmap;
import numeral.form.page.Components;
import org.junit.jupiter.api.Test;

class SmallPrintTest {
    private static final double SCALE = 10;
    private static final FieldSpec FIELD =
            new FieldSpec("f", new Layout.Cells(0, 0, 6, 8, 6), 3, 3, false, false, List.of());

    private final Bitmap ink = new Bitmap(180, 80);

    @Test
    void marksACaptionAndItsPointAboveADigit() {
        for (int letter = 0; letter < 4; letter++) {
            draw(0.5 + 1.5 * letter, 0.5, 1, 1.3);
        }
        draw(4.7, 1.6, 0.2, 0.2);
        draw(1, 2.5, 3, 5);

        assertThat(marked()).containsExactly(true, true, true, true, true, false);
    }

    @Test
    void marksACaptionOfWhichAWallTookALetter() {
        draw(1.2, 0.5, 1, 1.3);
        draw(2.7, 0.5, 1, 1.3);
        draw(5.5, 0.5, 1, 1.3);

        assertThat(marked()).containsOnly(true).hasSize(3);
    }

    @Test
    void leavesTwoPiecesOfADigit() {
        draw(1, 1, 1.2, 1.5);
        draw(3, 1, 1.2, 1.5);

        assertThat(marked()).containsOnly(false).hasSize(2);
    }

    @Test
    void leavesSmallDigitsInTheMiddle() {
        for (int digit = 0; digit < 5; digit++) {
            draw(1 + 2 * digit, 3.4, 1.2, 1.6);
        }

        assertThat(marked()).containsOnly(false).hasSize(5);
    }

    @Test
    void leavesDigitsOfAnySizeThatAreHigherThanLetters() {
        for (int digit = 0; digit < 5; digit++) {
            draw(1 + 3 * digit, 0.5, 2, 2.6);
        }

        assertThat(marked()).containsOnly(false).hasSize(5);
    }

    /** Whether each component is marked, in the order in which they are drawn from left to right and from top to bottom. */
    private boolean[] marked() {
        Components components = Components.of(ink);
        boolean[] marked = SmallPrint.of(components, new FieldWindow(ink, 0, 0, SCALE), FIELD);
        boolean[] all = new boolean[components.count()];
        System.arraycopy(marked, 1, all, 0, all.length);
        return all;
    }

    private void draw(double x, double y, double w, double h) {
        for (int row = (int) (y * SCALE); row < (y + h) * SCALE; row++) {
            for (int column = (int) (x * SCALE); column < (x + w) * SCALE; column++) {
                ink.ink()[row * ink.width() + column] = 1;
            }
        }
    }
}
