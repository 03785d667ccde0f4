package numeral.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Takes a printed line out of a window: follows it by the runs of ink across it, erases its band, and bridges the band where a pen stroke
 * crossed it.
 */
final class LineRemover {
    private static final double BLOCK_MM = 2;
    private static final double SEARCH_MM = 0.5;
    private static final double RAGGED_MM = 0.17;
    /** A block in which the line shows in fewer columns than this has none to remove. */
    private static final double PRESENT = 0.25;

    private final byte[] ink;
    private final int alongCount;
    private final int alongStep;
    private final int acrossCount;
    private final int acrossStep;
    private final double scale;
    private final double linePx;

    private LineRemover(FieldWindow window, boolean horizontal, double lineMm) {
        int width = window.ink().width();
        int height = window.ink().height();
        ink = window.ink().ink();
        alongCount = horizontal ? width : height;
        alongStep = horizontal ? 1 : width;
        acrossCount = horizontal ? height : width;
        acrossStep = horizontal ? width : 1;
        scale = window.scale();
        linePx = Math.max(1, lineMm * scale);
    }

    /** Removes the lines from the window, horizontal ones first: where two cross, the second one finds the first gone. */
    static void remove(FieldWindow window, List<Registration.Line> lines, double lineMm) {
        for (boolean horizontal : new boolean[] {true, false}) {
            LineRemover remover = new LineRemover(window, horizontal, lineMm);
            for (Registration.Line line : lines) {
                if (line.horizontal() == horizontal) {
                    double from = horizontal ? window.xPx(line.x1Mm()) : window.yPx(line.y1Mm());
                    double to = horizontal ? window.xPx(line.x2Mm()) : window.yPx(line.y2Mm());
                    double at = horizontal ? window.yPx(line.y1Mm()) : window.xPx(line.x1Mm());
                    remover.removeLine(Math.min(from, to), Math.max(from, to), at);
                }
            }
        }
    }

    private void removeLine(double from, double to, double position) {
        int overhang = (int) (linePx + scale);
        int start = Math.max(0, (int) from - overhang);
        int end = Math.min(alongCount, (int) Math.ceil(to) + overhang);
        int block = Math.max(4, (int) (BLOCK_MM * scale));
        int blocks = Math.max(1, (end - start) / block);
        double[] centres = new double[blocks];
        double[] widths = new double[blocks];
        for (int b = 0; b < blocks; b++) {
            int until = b == blocks - 1 ? end : start + (b + 1) * block;
            measure(start + b * block, until, position, b, centres, widths);
        }
        List<int[]> upper = new ArrayList<>();
        List<int[]> lower = new ArrayList<>();
        double[] bandFrom = new double[end - start];
        double[] bandTo = new double[end - start];
        for (int i = start; i < end; i++) {
            double at = (i - start) / (double) block - 0.5;
            int b = Math.max(0, Math.min(blocks - 1, (int) Math.round(at)));
            if (Double.isNaN(centres[b])) {
                continue;
            }
            int other = at < b ? Math.max(0, b - 1) : Math.min(blocks - 1, b + 1);
            double weight = Double.isNaN(centres[other]) ? 0 : Math.abs(at - b);
            double centre = centres[b] * (1 - weight) + (weight == 0 ? 0 : centres[other] * weight);
            bandFrom[i - start] = centre - widths[b] / 2;
            bandTo[i - start] = centre + widths[b] / 2;
            erase(i, centre, widths[b], upper, lower);
        }
        bridge(start, upper, lower, bandFrom, bandTo);
    }

    /** Median middle and median width of the runs across the line in a block of columns; NaN where the line does not show. */
    private void measure(int from, int to, double position, int b, double[] centres, double[] widths) {
        double[] middles = new double[to - from];
        double[] lengths = new double[to - from];
        int seen = 0;
        double search = SEARCH_MM * scale + linePx / 2;
        for (int i = from; i < to; i++) {
            double nearest = Double.NaN;
            double length = 0;
            int j = Math.max(0, (int) (position - search));
            int last = Math.min(acrossCount - 1, (int) (position + search));
            while (j <= last) {
                if (!ink(i, j)) {
                    j++;
                    continue;
                }
                int first = runStart(i, j);
                int end = runEnd(i, j);
                double middle = (first + end) / 2.0;
                boolean thin = end - first <= 2 * linePx + 2;
                if (thin && !(Math.abs(middle - position) >= Math.abs(nearest - position))) {
                    nearest = middle;
                    length = end - first;
                }
                j = end;
            }
            if (!Double.isNaN(nearest)) {
                middles[seen] = nearest;
                lengths[seen++] = length;
            }
        }
        centres[b] = Double.NaN;
        if (seen >= PRESENT * (to - from)) {
            Arrays.sort(middles, 0, seen);
            Arrays.sort(lengths, 0, seen);
            centres[b] = middles[seen / 2];
            widths[b] = lengths[seen / 2];
        }
    }

    private void erase(int i, double centre, double width, List<int[]> upper, List<int[]> lower) {
        int bandFrom = Math.max(0, (int) Math.floor(centre - width / 2));
        int bandTo = Math.min(acrossCount, (int) Math.ceil(centre + width / 2));
        double ragged = Math.max(1, RAGGED_MM * scale);
        for (int j = bandFrom; j < bandTo; j++) {
            if (!ink(i, j)) {
                continue;
            }
            int first = runStart(i, j);
            int end = runEnd(i, j);
            boolean whole = end - first <= width + ragged;
            clear(i, whole ? first : Math.max(first, bandFrom), whole ? end : Math.min(end, bandTo));
            if (!whole && bandFrom - first > ragged / 2) {
                extend(upper, i);
            }
            if (!whole && end - bandTo > ragged / 2) {
                extend(lower, i);
            }
            j = end;
        }
    }

    private void clear(int i, int from, int to) {
        for (int j = from; j < to; j++) {
            ink[i * alongStep + j * acrossStep] = 0;
        }
    }

    private static void extend(List<int[]> contacts, int i) {
        if (!contacts.isEmpty() && contacts.get(contacts.size() - 1)[1] >= i - 1) {
            contacts.get(contacts.size() - 1)[1] = i;
        } else {
            contacts.add(new int[] {i, i});
        }
    }

    /** Fills the band between strokes that end on its two sides close to each other. */
    private void bridge(int start, List<int[]> upper, List<int[]> lower, double[] bandFrom, double[] bandTo) {
        for (int[] u : upper) {
            for (int[] l : lower) {
                int gap = Math.max(u[0], l[0]) - Math.min(u[1], l[1]);
                int middle = (Math.max(u[0], l[0]) + Math.min(u[1], l[1])) / 2 - start;
                int from = (int) Math.floor(bandFrom[middle]) - 1;
                int to = (int) Math.ceil(bandTo[middle]) + 1;
                if (gap > 1.5 * (to - from)) {
                    continue;
                }
                int narrow = Math.min(u[1] - u[0], l[1] - l[0]) + 1;
                int[] top = clipped(u, l, 2 * narrow);
                int[] bottom = clipped(l, u, 2 * narrow);
                for (int j = Math.max(0, from); j < Math.min(acrossCount, to); j++) {
                    double part = (j - from + 0.5) / (to - from);
                    int left = (int) Math.round(top[0] + (bottom[0] - top[0]) * part);
                    int right = (int) Math.round(top[1] + (bottom[1] - top[1]) * part);
                    for (int i = left; i <= right; i++) {
                        ink[i * alongStep + j * acrossStep] = 1;
                    }
                }
            }
        }
    }

    /** A contact that is much longer than its partner runs along the line: only the part that faces the partner crosses it. */
    private static int[] clipped(int[] contact, int[] partner, int longest) {
        if (contact[1] - contact[0] < longest) {
            return contact;
        }
        int left = Math.max(contact[0], Math.min(partner[0], contact[1] - (partner[1] - partner[0])));
        return new int[] {left, Math.min(contact[1], left + partner[1] - partner[0])};
    }

    private boolean ink(int i, int j) {
        return ink[i * alongStep + j * acrossStep] != 0;
    }

    private int runStart(int i, int j) {
        int first = j;
        while (first > 0 && ink(i, first - 1)) {
            first--;
        }
        return first;
    }

    private int runEnd(int i, int j) {
        int end = j;
        while (end < acrossCount && ink(i, end)) {
            end++;
        }
        return end;
    }

    /** Marks what still looks like a line: runs of 1.5 mm or more along a printed line and close to it. */
    static byte[] residue(FieldWindow window, List<Registration.Line> lines, double lineMm) {
        byte[] marked = new byte[window.ink().ink().length];
        for (Registration.Line line : lines) {
            LineRemover remover = new LineRemover(window, line.horizontal(), lineMm);
            double at = line.horizontal() ? window.yPx(line.y1Mm()) : window.xPx(line.x1Mm());
            remover.markRuns(at, marked);
        }
        return marked;
    }

    private void markRuns(double position, byte[] marked) {
        double reach = linePx / 2 + SEARCH_MM * scale;
        int shortest = (int) (1.5 * scale);
        int last = Math.min(acrossCount - 1, (int) (position + reach));
        for (int j = Math.max(0, (int) (position - reach)); j <= last; j++) {
            int start = -1;
            for (int i = 0; i <= alongCount; i++) {
                boolean dark = i < alongCount && ink(i, j);
                if (dark && start < 0) {
                    start = i;
                } else if (!dark && start >= 0) {
                    for (int k = start; k < i && i - start >= shortest; k++) {
                        marked[k * alongStep + j * acrossStep] = 1;
                    }
                    start = -1;
                }
            }
        }
    }
}
