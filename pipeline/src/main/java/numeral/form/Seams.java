package numeral.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Ways to cut a component from top to bottom through little ink: candidates between digits that touch. */
final class Seams {
    private static final double LEAN = 0.2;
    private static final double APART = 0.18;
    /** Price of a pixel of ink, and of a step to the side, which breaks ties between white paths. */
    private static final int STRAIGHT = 10;

    private static final int SIDESTEP = 1;
    private static final int IMPOSSIBLE = 1 << 28;

    private final int height;
    private final int reach;
    /** The component with {@code reach} columns of paper on both sides. */
    private final byte[] ink;

    private final int stride;
    private final byte[] steps;
    private int[] costs;
    private int[] next;

    private Seams(Components components, int label, int windowWidth, int reach) {
        this.reach = reach;
        height = components.height(label);
        stride = components.width(label) + 2 * reach;
        ink = new byte[height * stride];
        for (int y = 0; y < height; y++) {
            int from = (components.top(label) + y) * windowWidth + components.left(label);
            for (int x = 0; x < components.width(label); x++) {
                ink[y * stride + reach + x] = components.labels()[from + x] == label ? (byte) 1 : 0;
            }
        }
        int span = 2 * reach + 1;
        steps = new byte[height * span];
        costs = new int[span];
        next = new int[span];
    }

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
        Seams seams = new Seams(components, label, windowWidth, (int) (LEAN * digitHeightPx));
        int margin = (int) (APART * digitHeightPx);
        List<Seam> all = new ArrayList<>();
        for (int x = margin; x < components.width(label) - margin; x += 2) {
            Seam seam = seams.through(x, components.left(label));
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

    /** The cheapest path from top to bottom through the middle row's column {@code x} that leans by at most the reach. */
    private Seam through(int x, int left) {
        int middle = height / 2;
        int[] columns = new int[height];
        columns[middle] = x;
        int inkPx = ink[middle * stride + x + reach] + half(x, middle, -1, columns) + half(x, middle, 1, columns);
        for (int row = 0; row < height; row++) {
            columns[row] += left;
        }
        return new Seam(columns, inkPx);
    }

    /** Dynamic programming from the middle row to the top or the bottom; returns the ink on the way. */
    private int half(int x, int middle, int direction, int[] columns) {
        int rows = direction < 0 ? middle : height - 1 - middle;
        int span = 2 * reach + 1;
        Arrays.fill(costs, IMPOSSIBLE);
        costs[reach] = 0;
        for (int r = 0; r < rows; r++) {
            int from = (middle + direction * (r + 1)) * stride + x;
            for (int c = 0; c < span; c++) {
                int best = costs[c];
                byte step = 0;
                if (c > 0 && costs[c - 1] + SIDESTEP < best) {
                    best = costs[c - 1] + SIDESTEP;
                    step = -1;
                }
                if (c + 1 < span && costs[c + 1] + SIDESTEP < best) {
                    best = costs[c + 1] + SIDESTEP;
                    step = 1;
                }
                steps[r * span + c] = step;
                next[c] = best + STRAIGHT * ink[from + c];
            }
            int[] swapped = costs;
            costs = next;
            next = swapped;
        }
        int end = reach;
        for (int c = 0; c < span; c++) {
            end = costs[c] < costs[end] ? c : end;
        }
        int inkPx = 0;
        for (int r = rows - 1; r >= 0; r--) {
            int row = middle + direction * (r + 1);
            columns[row] = x - reach + end;
            inkPx += ink[row * stride + x + end];
            end += steps[r * span + end];
        }
        return inkPx;
    }
}
