package numeral.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import numeral.form.page.Components;
import numeral.form.page.Runs;

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
    /** The component with {@code reach} columns of paper on both sides: what a cut through each pixel costs. */
    private final int[] prices;

    private final int stride;
    /** Columns beside each other that a cut may take, and one on either side that it may not. */
    private final int span;
    /** The cheapest way to each of those columns, row by row from the middle on. */
    private final int[][] costs;

    private Seams(Components components, int label, int reach) {
        this.reach = reach;
        height = components.height(label);
        stride = components.width(label) + 2 * reach;
        prices = new int[height * stride];
        Runs runs = components.runs();
        for (int run = 0; run < runs.count(); run++) {
            if (components.labelOf(run) == label) {
                int row = (runs.row(run) - components.top(label)) * stride + reach - components.left(label);
                Arrays.fill(prices, row + runs.from(run), row + runs.to(run), STRAIGHT);
            }
        }
        span = 2 * reach + 3;
        costs = new int[height / 2 + 2][span];
        for (int[] row : costs) {
            Arrays.fill(row, IMPOSSIBLE);
        }
        costs[0][reach + 1] = 0;
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
    static List<Seam> of(Components components, int label, double digitHeightPx, double maxInkPx) {
        Seams seams = new Seams(components, label, (int) (LEAN * digitHeightPx));
        int margin = (int) (APART * digitHeightPx);
        List<Seam> all = new ArrayList<>();
        for (int x = margin; x < components.width(label) - margin; x += 2) {
            seams.through(x, components.left(label), maxInkPx).ifPresent(all::add);
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

    /** The cheapest path from top to bottom through the middle row's column {@code x} that leans by at most the reach; empty where it takes too much ink. */
    private Optional<Seam> through(int x, int left, double maxInkPx) {
        int middle = height / 2;
        int[] columns = new int[height];
        columns[middle] = x;
        int inkPx = prices[middle * stride + x + reach] / STRAIGHT;
        for (int direction = -1; direction <= 1 && inkPx <= maxInkPx; direction += 2) {
            inkPx += half(x, middle, direction, columns);
        }
        if (inkPx > maxInkPx) {
            return Optional.empty();
        }
        for (int row = 0; row < height; row++) {
            columns[row] += left;
        }
        return Optional.of(new Seam(columns, inkPx));
    }

    /** Dynamic programming from the middle row to the top or the bottom; returns the ink on the way. */
    private int half(int x, int middle, int direction, int[] columns) {
        int rows = direction < 0 ? middle : height - 1 - middle;
        for (int r = 0; r < rows; r++) {
            int price = (middle + direction * (r + 1)) * stride + x - 1;
            int[] before = costs[r];
            int[] after = costs[r + 1];
            // no branches: ink would make them unpredictable
            for (int c = 1; c < span - 1; c++) {
                int aside = Math.min(before[c - 1], before[c + 1]) + SIDESTEP;
                after[c] = Math.min(before[c], aside) + prices[price + c];
            }
        }
        int[] last = costs[rows];
        int end = reach + 1;
        for (int c = 1; c < span - 1; c++) {
            end = last[c] < last[end] ? c : end;
        }
        int inkPx = 0;
        for (int r = rows - 1; r >= 0; r--) {
            int row = middle + direction * (r + 1);
            columns[row] = x - reach - 1 + end;
            inkPx += prices[row * stride + x - 1 + end] / STRAIGHT;
            end += step(costs[r], end);
        }
        return inkPx;
    }

    /** From where the cheapest way to a column came: straight on, else from the left, else from the right. */
    private static int step(int[] costs, int column) {
        int straight = costs[column];
        int left = costs[column - 1] + SIDESTEP;
        int right = costs[column + 1] + SIDESTEP;
        if (left < straight) {
            return right < left ? 1 : -1;
        }
        return right < straight ? 1 : 0;
    }
}
