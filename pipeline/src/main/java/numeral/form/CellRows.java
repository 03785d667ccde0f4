package numeral.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds rows of cells on a page by what they have in common: level lines, and walls or ticks on them at one distance. */
final class CellRows {
    static final double LOWEST_MM = 2.9;
    static final double HIGHEST_MM = 20;
    /** A cell is no more than so many times as wide as high. */
    static final double SQUAT = 1.7;

    private static final double SLIM = 3;
    private static final double RULED = 0.85;
    /** Walls need not reach into the lines above and below. */
    private static final double CORNER_MM = 0.4;

    private static final double TICK_MM = 2;
    private static final int LEAST_TICKED = 4;
    /** How high one writes on a line without a box, as a share of a cell's width. */
    private static final double OPEN_SHARE = 1.3;

    private final RuledGrid grid;
    private final List<Row> rows = new ArrayList<>();

    /** A row of cells, in millimetres. */
    record Row(CellPattern cells, double top, double bottom) {
        Box box() {
            return new Box(cells.x(), top, cells.right() - cells.x(), bottom - top);
        }

        Layout.Cells layout() {
            return new Layout.Cells(cells.x(), top, cells.w(), bottom - top, cells.pitch());
        }
    }

    private CellRows(RuledGrid grid) {
        this.grid = grid;
        List<Row> walled = new ArrayList<>();
        List<Row> ticked = new ArrayList<>();
        for (int lower = 0; lower < grid.tracks().size(); lower++) {
            double bottom = grid.yMm(grid.tracks().get(lower));
            for (int upper = lower - 1; upper >= 0; upper--) {
                double height = bottom - grid.yMm(grid.tracks().get(upper));
                if (height > HIGHEST_MM) {
                    break;
                }
                if (height >= LOWEST_MM) {
                    walled(upper, lower, height, walled);
                }
            }
            ticked(lower, ticked);
        }
        keepBest(walled);
        keepBest(ticked);
    }

    /** In no order; none overlaps another. */
    static List<Row> of(RuledGrid grid) {
        return new CellRows(grid).rows;
    }

    private void walled(int upper, int lower, double height, List<Row> found) {
        RuledTrack above = grid.tracks().get(upper);
        RuledTrack below = grid.tracks().get(lower);
        double[] walls = grid.walls(grid.yMm(above) + CORNER_MM, grid.yMm(below) - CORNER_MM, RULED);
        List<CellPattern> patterns = CellPattern.of(
                walls,
                (left, right) -> right - left <= SQUAT * height
                        && height <= SLIM * (right - left)
                        && grid.share(above, left, right) >= RULED
                        && grid.share(below, left, right) >= RULED);
        for (CellPattern cells : patterns) {
            if (!grid.parted(upper, lower, cells.x(), cells.right(), LOWEST_MM / 2, RULED)) {
                found.add(new Row(
                        cells,
                        grid.yMm(above, cells.x(), cells.right()),
                        grid.yMm(below, cells.x(), cells.right())));
            }
        }
    }

    /** Combs: their walls end half-way, and some have nothing above. */
    private void ticked(int lower, List<Row> found) {
        RuledTrack base = grid.tracks().get(lower);
        double y = grid.yMm(base);
        double[] ticks = grid.walls(y - TICK_MM, y - CORNER_MM, RULED);
        for (CellPattern cells : CellPattern.of(ticks, (left, right) -> grid.share(base, left, right) >= RULED)) {
            if (cells.joined() && cells.count() >= LEAST_TICKED) {
                double bottom = grid.yMm(base, cells.x(), cells.right());
                found.add(new Row(cells, top(lower, cells, bottom), bottom));
            }
        }
    }

    /** The line that closes a comb from above, else the height of a digit. */
    private double top(int lower, CellPattern cells, double bottom) {
        for (int upper = lower - 1; upper >= 0; upper--) {
            RuledTrack above = grid.tracks().get(upper);
            double height = bottom - grid.yMm(above);
            if (height > SLIM * cells.w()) {
                break;
            }
            if (height >= Math.max(LOWEST_MM, cells.w() / SQUAT) && grid.share(above, cells.x(), cells.right()) >= RULED) {
                return grid.yMm(above, cells.x(), cells.right());
            }
        }
        return Math.max(0, bottom - OPEN_SHARE * cells.w());
    }

    /** Those of most cells first; what overlaps them is made of their own lines and of strokes. */
    private void keepBest(List<Row> found) {
        found.sort(Comparator.comparingInt((Row row) -> row.cells.count())
                .thenComparingDouble(row -> row.cells.w())
                .reversed());
        for (Row row : found) {
            if (rows.stream().noneMatch(kept -> kept.box().overlaps(row.box(), CORNER_MM))) {
                rows.add(row);
            }
        }
    }
}
