package numeral.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where a field's own printed lines are: paper stretches unevenly, so they correct the page's map nearby.
 *
 * @param mmToPx the corrected map
 * @param residualMm root mean square distance of the lines after the fit; 0 where the field has none
 * @param share share of the lines' places that the map explains, 0 to 1
 */
record FieldFit(Affine mmToPx, double residualMm, double share) {
    private static final double SHIFT_MM = 3;
    /** Lines side by side look the same again after their distance. */
    private static final double SHIFT_SHARE = 0.6;

    /** Share of a shift's score that it loses at the largest distance: the page's fit is right but for good reason. */
    private static final double FAR = 0.15;
    /** A shift that scores this share of the best one is tried as well: the lines of the next field may be as near. */
    private static final double RIVAL = 0.6;

    private static final double APART_MM = 0.4;
    /** Half of the smallest gap between two lines. */
    private static final double SIDE_MM = 0.4;
    /** A line that is so much darker than its sides is surely one. */
    private static final double CLEAR = 30;

    private static final double[] REACHES_MM = {0.8, 0.6};
    private static final double STEP_MM = 3;
    private static final double FLOOR_MM = 0.08;
    /** Pull of the page's own fit on each corner, against the tens of sightings of the field's lines. */
    private static final double ANCHOR = 0.5;

    /** Looks for the lines within 3 mm of where the page's map puts them: all together first, then each for itself. */
    static FieldFit of(LineProbe probe, List<Registration.Line> lines, Box box, Affine mmToPx) {
        if (lines.isEmpty()) {
            return new FieldFit(mmToPx, 0, 1);
        }
        FieldFit best = null;
        for (Affine down : shifts(probe, lines, true, mmToPx)) {
            for (Affine start : shifts(probe, lines, false, down)) {
                FieldFit fit = refined(probe, lines, box, start);
                best = best == null || fit.share > best.share ? fit : best;
            }
        }
        return best;
    }

    private static FieldFit refined(LineProbe probe, List<Registration.Line> lines, Box box, Affine start) {
        AffineFit.Result local = new AffineFit.Result(start, 0, 1);
        LineProbe.Tally tally = LineProbe.Tally.NONE;
        for (double reach : REACHES_MM) {
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

    /** The one or two shifts across the horizontal or the vertical lines at which most of them are there at once. */
    private static List<Affine> shifts(
            LineProbe probe, List<Registration.Line> lines, boolean horizontal, Affine map) {
        double tx = horizontal ? map.xx() : map.xy();
        double ty = horizontal ? map.yx() : map.yy();
        double length = Math.hypot(tx, ty);
        double pxPerMm = map.scaleAlong(-ty / length, tx / length);
        int reach = (int) Math.ceil(Math.min(SHIFT_MM, SHIFT_SHARE * spacing(lines, horizontal)) * pxPerMm);
        double[] scores = scores(probe, lines, horizontal, map, reach, (int) Math.ceil(SIDE_MM * pxPerMm));
        List<Integer> peaks = new ArrayList<>();
        for (int k = 0; k < scores.length; k++) {
            boolean peak = (k == 0 || scores[k] >= scores[k - 1])
                    && (k == scores.length - 1 || scores[k] > scores[k + 1]);
            if (peak) {
                peaks.add(k);
            }
        }
        peaks.sort(Comparator.comparingDouble(k -> -scores[k]));
        if (peaks.isEmpty()) {
            return List.of(map);
        }
        int best = peaks.get(0);
        return peaks.stream()
                .filter(k -> scores[k] >= RIVAL * scores[best])
                .filter(k -> k == best || Math.abs(k - best) > APART_MM * pxPerMm)
                .limit(2)
                .map(k -> map.then(
                        new Affine(1, 0, -ty / length * (k - reach), 0, 1, tx / length * (k - reach))))
                .toList();
    }

    private static double spacing(List<Registration.Line> lines, boolean horizontal) {
        double[] places = lines.stream()
                .filter(line -> line.horizontal() == horizontal)
                .mapToDouble(line -> horizontal ? line.y1Mm() : line.x1Mm())
                .sorted()
                .distinct()
                .toArray();
        double least = Double.POSITIVE_INFINITY;
        for (int i = 1; i < places.length; i++) {
            double distance = places[i] - places[i - 1];
            // Boxes side by side have pairs of lines.
            least = distance > 2 * SIDE_MM ? Math.min(least, distance) : least;
        }
        return least;
    }

    private static double[] scores(
            LineProbe probe, List<Registration.Line> lines, boolean horizontal, Affine map, int reach, int side) {
        double[] scores = new double[2 * reach + 1];
        for (Registration.Line line : lines) {
            if (line.horizontal() == horizontal) {
                add(probe.profile(line, map, reach + side), side, line.lengthMm(), scores);
            }
        }
        for (int k = 0; k < scores.length; k++) {
            scores[k] *= 1 - FAR * Math.abs(k - reach) / reach;
        }
        return scores;
    }

    /** Adds how clearly a line stands out against both its sides; beyond a clear line nothing counts more, ink and filled areas least. */
    private static void add(double[] dark, int side, double weight, double[] scores) {
        for (int k = 0; k < scores.length; k++) {
            double lighter = Math.max(dark[k], dark[k + 2 * side]);
            scores[k] += weight * Math.max(0, Math.min(CLEAR, dark[k + side] - lighter));
        }
    }
}
