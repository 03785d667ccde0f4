package numeral.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.List;
import numeral.form.page.Affine;
import org.junit.jupiter.api.Test;

class LineShiftTest {
    private static final int DPI = 150;
    private static final Affine MM_TO_PX = Affine.scale(DPI / 25.4, DPI / 25.4);
    /** Rows of boxes 4 mm high with 2 mm between them. */
    private final List<Registration.Line> lines = new ArrayList<>();

    private final SketchedForm form = new SketchedForm(100, 60, 1);

    LineShiftTest() {
        for (int row = 0; row < 4; row++) {
            form.joined(10, 10 + 6 * row, 4, 4, 10, SketchedForm.Pen.PLAIN);
        }
        form.fields().forEach(field -> lines.addAll(field.linesMm()));
    }

    private LineProbe shifted(double xMm, double yMm) {
        return new LineProbe(form.scan(DPI, AffineTransform.getTranslateInstance(xMm, yMm), 4), 0.3);
    }

    @Test
    void findsByHowMuchAGroupOfLinesIsShifted() {
        LineShift down = LineShift.of(shifted(0, 0.9), lines, true, MM_TO_PX, 2).get(0);

        assertThat(down.map().y(0, 0) / MM_TO_PX.yy()).isCloseTo(0.9, within(0.15));
        assertThat(down.map().x(0, 0)).isEqualTo(0);
        assertThat(down.score()).isGreaterThan(0.8);
    }

    @Test
    void aWideSearchGoesFartherThanFromOneLineToTheNext() {
        LineProbe probe = shifted(0, 2.8);

        LineShift wide = LineShift.wide(probe, lines, true, MM_TO_PX, 5);

        assertThat(wide.map().y(0, 0) / MM_TO_PX.yy()).isCloseTo(2.8, within(0.15));
        assertThat(wide.score())
                .isGreaterThan(
                        LineShift.of(probe, lines, true, MM_TO_PX, 5).get(0).score());
    }

    @Test
    void leavesTheMapAsItIsWhereThereAreNoLines() {
        LineShift shift =
                LineShift.of(shifted(0, 0), List.of(), true, MM_TO_PX, 2).get(0);

        assertThat(shift).isEqualTo(new LineShift(MM_TO_PX, 0));
    }
}
