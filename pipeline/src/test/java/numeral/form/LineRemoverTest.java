package numeral.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import numeral.form.page.Bitmap;
import numeral.form.page.Components;
import org.junit.jupiter.api.Test;

/** Windows of 12 pixels to the millimetre with lines of 4 pixels. */
class LineRemoverTest {
    private static final int WIDTH = 240;
    private static final int HEIGHT = 120;
    private static final double SCALE = 12;
    private static final double LINE_MM = 4 / SCALE;

    private final byte[] ink = new byte[WIDTH * HEIGHT];
    private final FieldWindow window = new FieldWindow(new Bitmap(WIDTH, HEIGHT, ink), 0, 0, SCALE);

    /** A horizontal printed line from border to border, its upper edge at {@code y}. */
    private static Registration.Line line(int y) {
        double middle = (y + 2) / SCALE;
        return new Registration.Line(0, middle, WIDTH / SCALE, middle);
    }

    private void fill(int x, int y, int width, int height) {
        for (int row = y; row < y + height; row++) {
            for (int column = x; column < x + width; column++) {
                ink[row * WIDTH + column] = 1;
            }
        }
    }

    private void remove(Registration.Line... lines) {
        LineRemover.remove(window, PrintedBand.of(window, List.of(lines)), LINE_MM, 0.25);
    }

    private long count() {
        long count = 0;
        for (byte pixel : ink) {
            count += pixel;
        }
        return count;
    }

    private boolean inkAt(int x, int y) {
        return ink[y * WIDTH + x] != 0;
    }

    @Test
    void aBareLineLeavesNothing() {
        fill(0, 60, WIDTH, 4);

        remove(line(60));

        assertThat(count()).isZero();
    }

    @Test
    void aStrokeThatCrossesStaysWhole() {
        fill(0, 60, WIDTH, 4);
        fill(100, 20, 7, 80);

        remove(line(60));

        assertThat(count()).isEqualTo(7 * 80);
    }

    @Test
    void aStrokeAlongTheLineStays() {
        fill(0, 60, WIDTH, 4);
        // an arch whose top lies in the line and shows two pixels below it
        fill(100, 60, 40, 6);
        fill(100, 60, 6, 40);
        fill(134, 60, 6, 40);

        remove(line(60));

        assertThat(inkAt(120, 62)).isTrue();
        assertThat(inkAt(90, 62)).isFalse();
        assertThat(inkAt(150, 62)).isFalse();
        assertThat(Components.of(window.ink()).count()).isEqualTo(1);
    }

    @Test
    void aStrokeBetweenTwoCloseLinesStays() {
        fill(0, 56, WIDTH, 4);
        fill(0, 66, WIDTH, 4);
        // the turn of a stroke that comes through the first line and ends before the second
        fill(100, 20, 7, 44);

        remove(line(56), line(66));

        assertThat(count()).isEqualTo(7 * 44);
    }

    @Test
    void inkBetweenTwoCloseLinesGoesWithThemWhereTheScanHasFilledTheGap() {
        fill(0, 56, WIDTH, 14);

        remove(line(56), line(66));

        assertThat(count()).isZero();
    }

    /** A cell's right wall between its level lines, which are as thick as the wall. */
    private Registration.Line[] cell(boolean wallShows) {
        fill(0, 20, WIDTH, 4);
        fill(0, 100, WIDTH, 4);
        if (wallShows) {
            fill(120, 20, 4, 84);
        }
        double x = 122 / SCALE;
        return new Registration.Line[] {line(20), line(100), new Registration.Line(x, 22 / SCALE, x, 102 / SCALE)};
    }

    @Test
    void aStrokeAlongMostOfAWallStays() {
        Registration.Line[] lines = cell(true);
        // a zero whose right side lies on the wall and shows three pixels behind it
        fill(90, 34, 37, 6);
        fill(120, 34, 7, 54);
        fill(90, 82, 37, 6);

        remove(lines);

        for (int y = 40; y < 82; y++) {
            assertThat(inkAt(125, y)).as("behind the wall, row " + y).isTrue();
        }
        assertThat(inkAt(121, 28)).isFalse();
        assertThat(inkAt(121, 95)).isFalse();
    }

    @Test
    void aWallThatDoesNotShowTakesNoStrokeWithIt() {
        Registration.Line[] lines = cell(false);
        fill(118, 40, 8, 40);

        remove(lines);

        assertThat(count()).isEqualTo(8 * 40);
    }
}
