package numeral.form;

import java.util.ArrayList;
import java.util.List;

/**
 * A printed line in window pixels, or a pair of lines so close that ink fills the gap between them on a poor scan.
 *
 * @param from where it begins, along
 * @param to where it ends, along
 * @param first middle of its first line, across
 * @param last middle of its last line, across; the same for a single one
 */
record PrintedBand(boolean horizontal, double from, double to, double first, double last) {
    private static final double PAIR_MM = 1;
    /** Boxes side by side with gaps up to this share one band along their tops. */
    private static final double GAP_MM = 3;

    /** The bands of a window, horizontal ones first. */
    static List<PrintedBand> of(FieldWindow window, List<Registration.Line> lines) {
        List<PrintedBand> bands = new ArrayList<>();
        for (boolean horizontal : new boolean[] {true, false}) {
            for (Registration.Line line : lines) {
                if (line.horizontal() == horizontal) {
                    add(of(window, line), window.scale(), bands);
                }
            }
        }
        return bands;
    }

    private static PrintedBand of(FieldWindow window, Registration.Line line) {
        boolean horizontal = line.horizontal();
        double a = horizontal ? window.xPx(line.x1Mm()) : window.yPx(line.y1Mm());
        double b = horizontal ? window.xPx(line.x2Mm()) : window.yPx(line.y2Mm());
        double at = horizontal ? window.yPx(line.y1Mm()) : window.xPx(line.x1Mm());
        return new PrintedBand(horizontal, Math.min(a, b), Math.max(a, b), at, at);
    }

    private static void add(PrintedBand band, double scale, List<PrintedBand> bands) {
        PrintedBand merged = band;
        for (int i = bands.size() - 1; i >= 0; i--) {
            if (merged.near(bands.get(i), scale)) {
                merged = merged.union(bands.remove(i));
            }
        }
        bands.add(merged);
    }

    private boolean near(PrintedBand other, double scale) {
        double beside = Math.max(other.first - last, first - other.last);
        double between = Math.max(other.from - to, from - other.to);
        return horizontal == other.horizontal
                && (beside < PAIR_MM * scale && between < 0 || beside <= 0 && between < GAP_MM * scale);
    }

    private PrintedBand union(PrintedBand other) {
        return new PrintedBand(
                horizontal,
                Math.min(from, other.from),
                Math.max(to, other.to),
                Math.min(first, other.first),
                Math.max(last, other.last));
    }
}
