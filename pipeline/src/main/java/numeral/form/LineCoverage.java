package numeral.form;

import java.util.ArrayList;
import java.util.List;
import numeral.form.page.Affine;
import numeral.form.page.Bitmap;

/** How well the lines of one direction lie on those of a thumbnail, for any scale and shift across them; sums along the lines make it quick. */
final class LineCoverage {
    private final boolean horizontal;
    private final int along;
    private final int across;
    /** For each place across: ink before each place along. */
    private final int[] sums;

    private final int[] profile;

    LineCoverage(Bitmap lines, boolean horizontal) {
        this.horizontal = horizontal;
        along = horizontal ? lines.width() : lines.height();
        across = horizontal ? lines.height() : lines.width();
        sums = new int[across * (along + 1)];
        profile = new int[across];
        for (int j = 0; j < across; j++) {
            int row = j * (along + 1);
            for (int i = 0; i < along; i++) {
                int at = horizontal ? j * along + i : i * across + j;
                sums[row + i + 1] = sums[row + i] + lines.ink()[at];
            }
            profile[j] = sums[row + along];
        }
    }

    /**
     * A line of the template, turned as it lies on the page.
     *
     * @param position across it
     * @param from where it begins along it, less than {@code to}
     */
    record Stroke(double position, double from, double to, boolean horizontal) {
        double length() {
            return to - from;
        }
    }

    /** From template millimetres to pixels along one axis: {@code scale * mm + shift}. */
    record Axis(double scale, double shift, double score) {
        int px(double mm) {
            return (int) (scale * mm + shift);
        }
    }

    List<Stroke> own(List<Stroke> strokes) {
        return strokes.stream()
                .filter(stroke -> stroke.horizontal == horizontal)
                .toList();
    }

    int across() {
        return across;
    }

    /** Scores of all shifts from {@code first} on, by the mere amount of ink in each row or column. */
    void profileScores(List<Stroke> strokes, double scale, int first, double[] scores) {
        for (Stroke stroke : strokes) {
            int start = (int) (scale * stroke.position) + first;
            double most = stroke.length() * scale;
            int last = Math.min(scores.length, across - start);
            for (int shift = Math.max(0, -start); shift < last; shift++) {
                scores[shift] += Math.min(profile[start + shift], most);
            }
        }
    }

    /** Scores of all shifts from {@code first} on, by the ink where the strokes are when the other axis is known. */
    void coverageScores(List<Stroke> strokes, double scale, int first, Axis other, double[] scores) {
        for (Stroke stroke : strokes) {
            int from = Math.max(0, Math.min(along, other.px(stroke.from)));
            int to = Math.max(0, Math.min(along, other.px(stroke.to)));
            int start = (int) (scale * stroke.position) + first;
            int last = Math.min(scores.length, across - start);
            for (int shift = Math.max(0, -start); shift < last; shift++) {
                int row = (start + shift) * (along + 1);
                scores[shift] += sums[row + to] - sums[row + from];
            }
        }
    }

    /** Share of the strokes' length that is there. */
    double share(List<Stroke> strokes, Axis own, Axis other) {
        double asked = 0;
        double seen = 0;
        for (Stroke stroke : strokes) {
            int from = other.px(stroke.from);
            int to = other.px(stroke.to);
            int row = own.px(stroke.position);
            asked += to - from;
            if (row >= 0 && row < across) {
                int base = row * (along + 1);
                seen += sums[base + Math.max(0, Math.min(along, to))] - sums[base + Math.max(0, Math.min(along, from))];
            }
        }
        return asked == 0 ? 0 : seen / asked;
    }

    static List<Stroke> strokes(List<Registration.Line> lines, Affine turn) {
        List<Stroke> strokes = new ArrayList<>();
        for (Registration.Line line : lines) {
            double x1 = turn.x(line.x1Mm(), line.y1Mm());
            double y1 = turn.y(line.x1Mm(), line.y1Mm());
            double x2 = turn.x(line.x2Mm(), line.y2Mm());
            double y2 = turn.y(line.x2Mm(), line.y2Mm());
            boolean level = Math.abs(x2 - x1) > Math.abs(y2 - y1);
            strokes.add(
                    level
                            ? new Stroke(y1, Math.min(x1, x2), Math.max(x1, x2), true)
                            : new Stroke(x1, Math.min(y1, y2), Math.max(y1, y2), false));
        }
        return strokes;
    }
}
