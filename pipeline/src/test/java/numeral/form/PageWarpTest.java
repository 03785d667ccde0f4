package numeral.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.List;
import numeral.form.page.Affine;
import numeral.form.page.Raster;
import org.junit.jupiter.api.Test;

class PageWarpTest {
    private static final int DPI = 150;
    private static final double PX_PER_MM = DPI / 25.4;
    private static final double SLIPPED_MM = 2.7;

    /** A page of which the feeder held back the upper part, so that its rows stand lower than the rest says. */
    @Test
    void followsAPageThatSlipped() {
        SketchedForm upper = new SketchedForm(210, 297, 1);
        SketchedForm lower = new SketchedForm(210, 297, 1);
        for (int row = 0; row < 3; row++) {
            upper.joined(20, 15 + 8 * row, 5, 5, 30, SketchedForm.Pen.PLAIN);
            lower.joined(20, 120 + 50 * row, 5, 5, 30, SketchedForm.Pen.PLAIN);
        }
        Raster page = lower.scan(DPI, new AffineTransform(), 0);
        Raster held = upper.scan(DPI, AffineTransform.getTranslateInstance(0, SLIPPED_MM), 0);
        System.arraycopy(held.grey(), 0, page.grey(), 0, page.grey().length / 4);
        List<Registration.Line> lines = new ArrayList<>();
        upper.fields().forEach(field -> lines.addAll(field.linesMm()));
        lower.fields().forEach(field -> lines.addAll(field.linesMm()));
        Affine affine = Affine.scale(PX_PER_MM, PX_PER_MM);

        PageWarp warp = PageWarp.of(new LineProbe(page, 0.3), lines, affine);

        assertThat(movedMm(warp, 95, 25)).isCloseTo(SLIPPED_MM, within(0.3));
        assertThat(movedMm(warp, 95, 220)).isCloseTo(0, within(0.2));
        assertThat(movedMm(new PageWarp(affine), 95, 25)).isZero();
    }

    private static double movedMm(PageWarp warp, double xMm, double yMm) {
        return warp.at(xMm, yMm).y(xMm, yMm) / PX_PER_MM - yMm;
    }
}
