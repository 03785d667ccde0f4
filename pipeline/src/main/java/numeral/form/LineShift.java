package numeral.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import numeral.form.page.Affine;

/**
 * By how much a group of parallel lines stands beside its expected place: the shift across them at which most of them are there at once. A
 * single line may be taken for its neighbour, a group hardly.
 *
 * @param map the expected map, moved by the shift
 * @param score share of the lines' length that is clearly there, 0 to 1
 */
public record LineShift(Affine map, double score) {
    /** Share of a shift's score that it loses at the largest distance: what is expected is expected for a reason. */
    private static final double FAR = 0.15;
    /** A shift that scores this share of the best one is its rival. */
    private static final double RIVAL = 0.6;

    private static final double APART_MM = 0.4;
    /** A line is darker than its sides so far from it: near ones beside another field's line, far ones where lines come in pairs. */
    private static final double NEAR_MM = 0.4;

    private static final double FAR_MM = 0.9;
    /** A line that is so much darker than its sides is surely one. */
    private static final double CLEAR = 30;
    /** Lines side by side look the same again after their distance. */
    private static final double SPACING_SHARE = 0.6;

    /**
     * The best shift of the horizontal or the vertical lines, and its rival where there is one; the map as it is where there are no lines.
     * Lines side by side look alike after a shift from one to the next, so that no shift comes near to that.
     */
    public static List<LineShift> of(
            LineProbe probe, List<Registration.Line> lines, boolean horizontal, Affine map, double reachMm) {
        List<Registration.Line> own = parallel(lines, horizontal);
        return within(probe, own, horizontal, map, Math.min(reachMm, SPACING_SHARE * spacing(own)));
    }

    /** The best shift of all within reach, even if it is from one line to the next: not for few lines. */
    static LineShift wide(
            LineProbe probe, List<Registration.Line> lines, boolean horizontal, Affine map, double reachMm) {
        return within(probe, parallel(lines, horizontal), horizontal, map, reachMm)
                .get(0);
    }

    private static List<Registration.Line> parallel(List<Registration.Line> lines, boolean horizontal) {
        return lines.stream().filter(line -> line.horizontal() == horizontal).toList();
    }

    private static List<LineShift> within(
            LineProbe probe, List<Registration.Line> own, boolean horizontal, Affine map, double reachMm) {
        double tx = horizontal ? map.xx() : map.xy();
        double ty = horizontal ? map.yx() : map.yy();
        double length = Math.hypot(tx, ty);
        double pxPerMm = map.scaleAlong(-ty / length, tx / length);
        int reach = (int) Math.ceil(reachMm * pxPerMm);
        double[] scores = scores(probe, own, map, reach, pxPerMm);
        List<Integer> peaks = new ArrayList<>();
        for (int k = 0; k < scores.length; k++) {
            boolean rises = k == 0 || scores[k] >= scores[k - 1];
            boolean falls = k == scores.length - 1 || scores[k] > scores[k + 1];
            if (rises && falls && scores[k] > 0) {
                peaks.add(k);
            }
        }
        if (peaks.isEmpty()) {
            return List.of(new LineShift(map, 0));
        }
        peaks.sort(Comparator.comparingDouble(k -> -scores[k]));
        int best = peaks.get(0);
        return peaks.stream()
                .filter(k -> scores[k] >= RIVAL * scores[best])
                .filter(k -> k == best || Math.abs(k - best) > APART_MM * pxPerMm)
                .limit(2)
                .map(k -> new LineShift(
                        map.then(new Affine(1, 0, -ty / length * (k - reach), 0, 1, tx / length * (k - reach))),
                        scores[k]))
                .toList();
    }

    private static double spacing(List<Registration.Line> lines) {
        double[] places = lines.stream()
                .mapToDouble(line -> line.horizontal() ? line.y1Mm() : line.x1Mm())
                .sorted()
                .toArray();
        double least = Double.POSITIVE_INFINITY;
        for (int i = 1; i < places.length; i++) {
            double distance = places[i] - places[i - 1];
            // Boxes side by side have pairs of lines.
            least = distance > FAR_MM ? Math.min(least, distance) : least;
        }
        return least;
    }

    private static double[] scores(
            LineProbe probe, List<Registration.Line> lines, Affine map, int reach, double pxPerMm) {
        int near = (int) Math.ceil(NEAR_MM * pxPerMm);
        int far = (int) Math.ceil(FAR_MM * pxPerMm);
        double[] scores = new double[2 * reach + 1];
        double total = 0;
        for (Registration.Line line : lines) {
            add(probe.profile(line, map, reach + far), near, far, line.lengthMm(), scores);
            total += line.lengthMm() * CLEAR;
        }
        for (int k = 0; k < scores.length && total > 0; k++) {
            scores[k] *= (1 - FAR * Math.abs(k - reach) / Math.max(1, reach)) / total;
        }
        return scores;
    }

    /** Adds how clearly a line stands out against both its sides; beyond a clear line nothing counts more, ink and filled areas least. */
    private static void add(double[] dark, int near, int far, double weight, double[] scores) {
        for (int k = 0; k < scores.length; k++) {
            int at = k + far;
            double lighter = Math.min(Math.max(dark[at - near], dark[at + near]), Math.max(dark[k], dark[k + 2 * far]));
            scores[k] += weight * Math.max(0, Math.min(CLEAR, dark[at] - lighter));
        }
    }
}
