package numeral.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Ways to cut a component from top to bottom through little ink: candidates between digits that touch. */
final class Seams {
    private static final double LEAN = 0.2;
    private static final double APART = 0.18;
    private static final double SIDESTEP = 0.1;

    private Seams() {}

    /**
     * A cut.
     *
     * @param columns for each row of the component the first column right of the cut, in window pixels
     * @param inkPx length of the cut inside ink, pixels
     */
    record Seam(int[] columns, double inkPx) {
        int middle() {
            return columns[columns.length / 2];
        }
    }

    /** The cheapest cuts that go through at most {@code maxInkPx} of ink, from left to right. */
    static List<Seam> of(Components components, int label, int windowWidth, double digitHeightPx, double maxInkPx) {
        int left = components.left(label);
        int right = components.right(label);
        int margin = (int) (APART * digitHeightPx);
        List<Seam> all = new ArrayList<>();
        for (int x = left + margin; x <= right - margin; x += 2) {
            Seam seam = through(components, label, windowWidth, x, (int) (LEAN * digitHeightPx));
            if (seam.inkPx <= maxInkPx) {
                all.add(seam);
            }
        }
        all.sort(Comparator.comparingDouble(Seam::inkPx));
        List<Seam> kept = new ArrayList<>();
        for (Seam seam : all) {
            if (kept.stream().noneMatch(other -> Math.abs(other.middle() - seam.middle()) < margin)) {
                kept.add(seam);
            }
        }
        kept.sort(Comparator.comparingInt(Seam::middle));
        return kept;
    }

    /** The cheapest path from top to bottom through the middle row's column {@code x} that leans by at most {@code reach}. */
    private static Seam through(Components components, int label, int windowWidth, int x, int reach) {
        int height = components.height(label);
        int middle = height / 2;
        int[] columns = new int[height];
        columns[middle] = x;
        double ink = inkAt(components, label, windowWidth, middle, x);
        ink += half(components, label, windowWidth, x, reach, middle, -1, columns);
        ink += half(components, label, windowWidth, x, reach, middle, 1, columns);
        return new Seam(columns, ink);
    }

    /** Dynamic programming from the middle row to the top or the bottom; returns the ink on the way. */
    private static double half(
            Components components,
            int label,
            int windowWidth,
            int x,
            int reach,
            int middle,
            int direction,
            int[] columns) {
        int rows = direction < 0 ? middle : columns.length - 1 - middle;
        int span = 2 * reach + 1;
        double[] costs = new double[span];
        Arrays.fill(costs, Double.POSITIVE_INFINITY);
        costs[reach] = 0;
        byte[][] steps = new byte[rows][span];
        for (int r = 0; r < rows; r++) {
            double[] next = new double[span];
            for (int c = 0; c < span; c++) {
                double best = costs[c];
                if (c > 0 && costs[c - 1] + SIDESTEP < best) {
                    best = costs[c - 1] + SIDESTEP;
                    steps[r][c] = -1;
                }
                if (c + 1 < span && costs[c + 1] + SIDESTEP < best) {
                    best = costs[c + 1] + SIDESTEP;
                    steps[r][c] = 1;
                }
                int row = middle + direction * (r + 1);
                next[c] = best + inkAt(components, label, windowWidth, row, x - reach + c);
            }
            costs = next;
        }
        int end = reach;
        for (int c = 0; c < span; c++) {
            end = costs[c] < costs[end] ? c : end;
        }
        double ink = 0;
        for (int r = rows - 1; r >= 0; r--) {
            int row = middle + direction * (r + 1);
            columns[row] = x - reach + end;
            ink += inkAt(components, label, windowWidth, row, columns[row]);
            end += steps[r][end];
        }
        return ink;
    }

    private static int inkAt(Components components, int label, int windowWidth, int row, int x) {
        boolean inside = x >= components.left(label) && x <= components.right(label);
        return inside && components.labels()[(components.top(label) + row) * windowWidth + x] == label ? 1 : 0;
    }
}
