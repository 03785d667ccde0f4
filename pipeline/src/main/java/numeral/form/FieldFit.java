package numeral.form;

import java.util.List;
import numeral.form.page.Affine;
import numeral.form.page.AffineFit;
import numeral.form.page.Box;

/**
 * Where a field's own printed lines are: paper stretches unevenly, so they correct the page's map nearby.
 *
 * @param mmToPx the corrected map
 * @param residualMm root mean square distance of the lines after the fit; 0 where the field has none
 * @param share share of the lines' places that the map explains, 0 to 1
 */
public record FieldFit(Affine mmToPx, double residualMm, double share) {
    private static final double SHIFT_MM = 2;
    private static final double[] REACHES_MM = {0.8, 0.6};
    /** Where all lines together stand clearly in their places, a darker line farther off is a neighbour's. */
    private static final double[] SURE_REACHES_MM = {0.5, 0.3};

    private static final double SURE_SCORE = 0.7;
    /** With this share of the lines' places explained, nothing is gained by looking nearer. */
    private static final double ENOUGH = 0.95;

    private static final double STEP_MM = 3;
    private static final double FLOOR_MM = 0.08;
    /** Pull of the page's own fit on each corner, against the tens of sightings of the field's lines. */
    private static final double ANCHOR = 0.5;

    /** Looks for the lines within 2 mm of where the page's map puts them: all together first, then each for itself. */
    public static FieldFit of(LineProbe probe, List<Registration.Line> lines, Box box, Affine mmToPx) {
        if (lines.isEmpty()) {
            return new FieldFit(mmToPx, 0, 1);
        }
        FieldFit best = null;
        for (LineShift down : LineShift.of(probe, lines, true, mmToPx, SHIFT_MM)) {
            for (LineShift across : LineShift.of(probe, lines, false, down.map(), SHIFT_MM)) {
                FieldFit fit = refined(probe, lines, box, across.map(), REACHES_MM);
                if (fit.share < ENOUGH && Math.min(down.score(), across.score()) > SURE_SCORE) {
                    FieldFit near = refined(probe, lines, box, across.map(), SURE_REACHES_MM);
                    fit = near.share >= fit.share ? near : fit;
                }
                best = best == null || fit.share > best.share ? fit : best;
            }
        }
        return best;
    }

    private static FieldFit refined(
            LineProbe probe, List<Registration.Line> lines, Box box, Affine start, double[] reachesMm) {
        AffineFit.Result local = new AffineFit.Result(start, 0, 1);
        LineProbe.Tally tally = LineProbe.Tally.NONE;
        for (double reach : reachesMm) {
            AffineFit fit = new AffineFit(FLOOR_MM);
            fit.anchor(start, box.x(), box.y(), ANCHOR);
            fit.anchor(start, box.right(), box.y(), ANCHOR);
            fit.anchor(start, box.x(), box.bottom(), ANCHOR);
            fit.anchor(start, box.right(), box.bottom(), ANCHOR);
            tally = LineProbe.Tally.NONE;
            for (Registration.Line line : lines) {
                tally = tally.plus(probe.observe(line, local.mmToPx(), reach, STEP_MM, fit));
            }
            local = fit.solve(local.mmToPx());
        }
        return new FieldFit(local.mmToPx(), local.residualMm(), tally.share() * local.inlierShare());
    }
}
