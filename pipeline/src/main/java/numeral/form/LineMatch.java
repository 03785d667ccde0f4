package numeral.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Lays the lines of a template over those of a levelled thumbnail: first each axis by its profile, then both together. */
final class LineMatch {
    private static final double SCALE_REACH = 0.06;
    private static final double SCALE_STEP = 0.002;
    private static final double SHIFT_REACH_MM = 40;
    private static final int PEAKS = 5;
    private static final double SAMPLE_MM = 4;

    private final List<Registration.Line> lines;

    LineMatch(List<Registration.Line> lines) {
        this.lines = lines;
    }

    /**
     * @param mmToLevel from template millimetres to pixels of the levelled thumbnail
     * @param share share of the lines' length that is there
     */
    record Placement(Affine mmToLevel, double share) {}

    private record Peak(double scale, double shift, double score) {}

    private record Stroke(double position, double from, double to, boolean horizontal) {}

    /** The best place of the template when its millimetres are turned by {@code turn} onto a page of that many thumbnail pixels a millimetre. */
    Placement best(Affine turn, LineMap map, double xScale, double yScale) {
        List<Stroke> strokes = lines.stream().map(line -> stroke(line, turn)).toList();
        List<Peak> across = peaks(strokes, false, columnProfile(map.vertical()), xScale);
        List<Peak> down = peaks(strokes, true, rowProfile(map.horizontal()), yScale);
        Placement best = new Placement(turn, 0);
        for (Peak x : across) {
            for (Peak y : down) {
                double share = share(strokes, map, x, y);
                if (share > best.share) {
                    Affine place = turn.then(new Affine(x.scale, 0, x.shift, 0, y.scale, y.shift));
                    best = new Placement(place, share);
                }
            }
        }
        return best;
    }

    private static Stroke stroke(Registration.Line line, Affine turn) {
        double x1 = turn.x(line.x1Mm(), line.y1Mm());
        double y1 = turn.y(line.x1Mm(), line.y1Mm());
        double x2 = turn.x(line.x2Mm(), line.y2Mm());
        double y2 = turn.y(line.x2Mm(), line.y2Mm());
        boolean horizontal = Math.abs(x2 - x1) > Math.abs(y2 - y1);
        return horizontal
                ? new Stroke(y1, Math.min(x1, x2), Math.max(x1, x2), true)
                : new Stroke(x1, Math.min(y1, y2), Math.max(y1, y2), false);
    }

    private static int[] rowProfile(Bitmap ink) {
        int[] profile = new int[ink.height()];
        for (int at = 0; at < ink.ink().length; at++) {
            profile[at / ink.width()] += ink.ink()[at];
        }
        return profile;
    }

    private static int[] columnProfile(Bitmap ink) {
        int[] profile = new int[ink.width()];
        for (int at = 0; at < ink.ink().length; at++) {
            profile[at % ink.width()] += ink.ink()[at];
        }
        return profile;
    }

    private static List<Peak> peaks(List<Stroke> strokes, boolean horizontal, int[] profile, double scale) {
        List<Stroke> own = strokes.stream()
                .filter(stroke -> stroke.horizontal == horizontal)
                .toList();
        double[] positions = own.stream().mapToDouble(Stroke::position).toArray();
        double[] lengths =
                own.stream().mapToDouble(stroke -> stroke.to - stroke.from).toArray();
        double total =
                own.stream().mapToDouble(stroke -> stroke.to - stroke.from).sum();
        int reach = (int) (SHIFT_REACH_MM * scale);
        List<Peak> all = new ArrayList<>();
        for (double factor = 1 - SCALE_REACH; factor <= 1 + SCALE_REACH; factor += SCALE_STEP) {
            double s = scale * factor;
            for (int shift = -reach; shift <= reach; shift++) {
                double sum = 0;
                for (int i = 0; i < positions.length; i++) {
                    int at = (int) (s * positions[i] + shift);
                    if (at >= 0 && at < profile.length) {
                        sum += Math.min(profile[at], lengths[i] * s);
                    }
                }
                all.add(new Peak(s, shift + 0.5, sum / (total * s)));
            }
        }
        all.sort(Comparator.comparingDouble(Peak::score).reversed());
        return apart(all, profile.length, scale);
    }

    /** The highest peaks that put the middle of the page at different places. */
    private static List<Peak> apart(List<Peak> sorted, int sizePx, double scale) {
        List<Peak> kept = new ArrayList<>();
        for (Peak peak : sorted) {
            boolean fresh = kept.stream().noneMatch(other -> {
                double middle = (sizePx / 2.0 - other.shift) / other.scale;
                return Math.abs(peak.scale * middle + peak.shift - sizePx / 2.0) < scale;
            });
            if (fresh) {
                kept.add(peak);
                if (kept.size() == PEAKS) {
                    break;
                }
            }
        }
        return kept;
    }

    private static double share(List<Stroke> strokes, LineMap map, Peak x, Peak y) {
        int asked = 0;
        int seen = 0;
        for (Stroke stroke : strokes) {
            int samples = Math.max(2, (int) ((stroke.to - stroke.from) / SAMPLE_MM));
            for (int i = 0; i < samples; i++) {
                double along = stroke.from + (stroke.to - stroke.from) * (i + 0.5) / samples;
                int px = (int) (x.scale * (stroke.horizontal ? along : stroke.position) + x.shift);
                int py = (int) (y.scale * (stroke.horizontal ? stroke.position : along) + y.shift);
                Bitmap ink = stroke.horizontal ? map.horizontal() : map.vertical();
                asked++;
                seen += near(ink, px, py) ? 1 : 0;
            }
        }
        return asked == 0 ? 0 : (double) seen / asked;
    }

    private static boolean near(Bitmap ink, int x, int y) {
        return ink.at(x, y) || ink.at(x - 1, y) || ink.at(x + 1, y) || ink.at(x, y - 1) || ink.at(x, y + 1);
    }
}
