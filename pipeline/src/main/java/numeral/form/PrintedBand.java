package numeral.form;

import java.util.ArrayList;
import java.util.List;
import numeral.form.page.Bitmap;

/**
 * A printed line in window pixels, or a pair of lines between which ink fills the gap on a poor scan.
 *
 * @param from where it begins, along
 * @param to where it ends, along
 * @param first middle of its first line, across
 * @param last middle of its last line, across; the same for a single one
 */
record PrintedBand(boolean horizontal, double from, double to, double first, double last) {
    private static final double PAIR_MM = 1;
    /** Share of a gap between two lines that is ink where the scan has lost it. */
    private static final double FILLED = 0.5;
    /** Boxes side by side with gaps up to this share one band along their tops. */
    private static final double GAP_MM = 3;

    /** The bands of a window, horizontal ones first. */
    static List<PrintedBand> of(FieldWindow window, List<Registration.Line> lines) {
        List<PrintedBand> bands = new ArrayList<>();
        for (boolean horizontal : new boolean[] {true, false}) {
            for (Registration.Line line : lines) {
                if (line.horizontal() == horizontal) {
                    add(of(window, line), window, bands);
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

    private static void add(PrintedBand band, FieldWindow window, List<PrintedBand> bands) {
        PrintedBand merged = band;
        for (int i = bands.size() - 1; i >= 0; i--) {
            if (merged.joins(bands.get(i), window)) {
                merged = merged.union(bands.remove(i));
            }
        }
        bands.add(merged);
    }

    private boolean joins(PrintedBand other, FieldWindow window) {
        if (horizontal != other.horizontal) {
            return false;
        }
        double beside = Math.max(other.first - last, first - other.last);
        double between = Math.max(other.from - to, from - other.to);
        if (beside <= 0) {
            return between < GAP_MM * window.scale();
        }
        return between < 0 && beside < PAIR_MM * window.scale() && filled(other, window);
    }

    /** Whether ink covers the middle of the gap to a line beside this one. */
    private boolean filled(PrintedBand other, FieldWindow window) {
        int middle = (int) ((Math.min(last, other.last) + Math.max(first, other.first)) / 2);
        int start = Math.max(0, (int) Math.max(from, other.from));
        Bitmap ink = window.ink();
        int end = Math.min(horizontal ? ink.width() : ink.height(), (int) Math.min(to, other.to));
        int filled = 0;
        for (int i = start; i < end; i++) {
            filled += (horizontal ? ink.at(i, middle) : ink.at(middle, i)) ? 1 : 0;
        }
        return filled >= FILLED * (end - start);
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
