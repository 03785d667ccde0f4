package numeral.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ObjDoubleConsumer;
import numeral.form.page.Affine;
import numeral.form.page.Page;

/**
 * Lays the lines of a template over those of a levelled thumbnail. One axis is guessed from the amount of ink in its rows or columns, the
 * other then follows from the places where the lines must be, and the first one again from these.
 */
final class LineMatch {
    private static final double SCALE_REACH = 0.06;
    private static final double SCALE_STEP = 0.004;
    private static final double SHIFT_REACH_MM = 40;
    private static final int GUESSES = 4;
    /** A placement that covers this share needs no further guess. */
    private static final double GOOD = 0.8;
    /** The longest lines are enough for finding a place. */
    private static final int MOST_LINES = 160;

    private final List<Registration.Line> lines;

    LineMatch(List<Registration.Line> lines) {
        this.lines = lines;
    }

    /**
     * @param mmToLevel from template millimetres to pixels of the levelled thumbnail
     * @param share share of the lines' length that is there
     */
    record Placement(Affine mmToLevel, double share) {}

    /** The lines of a thumbnail, ready for being matched in several turns. */
    record Page(LineCoverage down, LineCoverage across) {
        static Page of(LineMap map) {
            return new Page(new LineCoverage(map.horizontal(), true), new LineCoverage(map.vertical(), false));
        }
    }

    /** The best place of the template when its millimetres are turned by {@code turn} onto a page of that many thumbnail pixels a millimetre. */
    Placement best(Affine turn, Page page, double xScale, double yScale) {
        List<LineCoverage.Stroke> strokes = LineCoverage.strokes(lines, turn);
        List<LineCoverage.Stroke> level = longest(page.down.own(strokes));
        List<LineCoverage.Stroke> upright = longest(page.across.own(strokes));
        Placement best = new Placement(turn, 0);
        for (boolean downFirst : new boolean[] {true, false}) {
            LineCoverage first = downFirst ? page.down : page.across;
            LineCoverage second = downFirst ? page.across : page.down;
            List<LineCoverage.Stroke> firstOwn = downFirst ? level : upright;
            List<LineCoverage.Stroke> secondOwn = downFirst ? upright : level;
            double firstScale = downFirst ? yScale : xScale;
            double secondScale = downFirst ? xScale : yScale;
            for (LineCoverage.Axis guess : guesses(first, firstOwn, firstScale)) {
                LineCoverage.Axis other = best(second, secondOwn, secondScale, guess);
                LineCoverage.Axis own = best(first, firstOwn, firstScale, other);
                double share = (length(firstOwn) * first.share(firstOwn, own, other)
                                + length(secondOwn) * second.share(secondOwn, other, own))
                        / (length(firstOwn) + length(secondOwn));
                if (share > best.share) {
                    LineCoverage.Axis x = downFirst ? other : own;
                    LineCoverage.Axis y = downFirst ? own : other;
                    best = new Placement(
                            turn.then(new Affine(x.scale(), 0, x.shift(), 0, y.scale(), y.shift())), share);
                }
                if (best.share > GOOD) {
                    return best;
                }
            }
        }
        return best;
    }

    private static List<LineCoverage.Stroke> longest(List<LineCoverage.Stroke> strokes) {
        return strokes.stream()
                .sorted(Comparator.comparingDouble(LineCoverage.Stroke::length).reversed())
                .limit(MOST_LINES)
                .toList();
    }

    private static double length(List<LineCoverage.Stroke> strokes) {
        return strokes.stream().mapToDouble(LineCoverage.Stroke::length).sum();
    }

    private static List<LineCoverage.Axis> guesses(
            LineCoverage lines, List<LineCoverage.Stroke> strokes, double scale) {
        int reach = (int) (SHIFT_REACH_MM * scale);
        List<LineCoverage.Axis> peaks =
                peaks(strokes, scale, (scores, s) -> lines.profileScores(strokes, s, -reach, scores));
        peaks.sort(Comparator.comparingDouble(LineCoverage.Axis::score).reversed());
        return apart(peaks, lines.across(), scale);
    }

    private static LineCoverage.Axis best(
            LineCoverage lines, List<LineCoverage.Stroke> strokes, double scale, LineCoverage.Axis other) {
        int reach = (int) (SHIFT_REACH_MM * scale);
        return peaks(strokes, scale, (scores, s) -> lines.coverageScores(strokes, s, -reach, other, scores)).stream()
                .max(Comparator.comparingDouble(LineCoverage.Axis::score))
                .orElse(new LineCoverage.Axis(scale, 0, 0));
    }

    /** The shifts that score more than their neighbours, for every scale. */
    private static List<LineCoverage.Axis> peaks(
            List<LineCoverage.Stroke> strokes, double scale, ObjDoubleConsumer<double[]> scorer) {
        int reach = (int) (SHIFT_REACH_MM * scale);
        double total = length(strokes);
        double[] scores = new double[2 * reach + 1];
        List<LineCoverage.Axis> peaks = new ArrayList<>();
        for (double factor = 1 - SCALE_REACH; factor <= 1 + SCALE_REACH; factor += SCALE_STEP) {
            double s = scale * factor;
            Arrays.fill(scores, 0);
            scorer.accept(scores, s);
            for (int shift = 1; shift < scores.length - 1; shift++) {
                if (scores[shift] > 0 && scores[shift] >= scores[shift - 1] && scores[shift] >= scores[shift + 1]) {
                    peaks.add(new LineCoverage.Axis(s, shift - reach + 0.5, scores[shift] / (total * s)));
                }
            }
        }
        return peaks;
    }

    /** The highest peaks that put the middle of the page at different places. */
    private static List<LineCoverage.Axis> apart(List<LineCoverage.Axis> sorted, int sizePx, double scale) {
        List<LineCoverage.Axis> kept = new ArrayList<>();
        for (LineCoverage.Axis peak : sorted) {
            boolean fresh = kept.stream().noneMatch(other -> {
                double middle = (sizePx / 2.0 - other.shift()) / other.scale();
                return Math.abs(peak.scale() * middle + peak.shift() - sizePx / 2.0) < scale;
            });
            if (fresh) {
                kept.add(peak);
                if (kept.size() == GUESSES) {
                    break;
                }
            }
        }
        return kept;
    }
}
