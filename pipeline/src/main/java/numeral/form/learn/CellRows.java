package numeral.form.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import numeral.form.Layout;
import numeral.form.page.Box;

/** Finds rows of cells on a page by what they have in common: level lines, and walls or ticks on them at one distance. */
final class CellRows {
    static final double LOWEST_MM = 2.8;
    static final double HIGHEST_MM = 20;
    /** A cell is no more than so many times as wide as high. */
    static final double SQUAT = 1.7;

    private static final double SLIM = 3;
    private static final double RULED = 0.85;
    /** Strokes seldom end in both lines: walls do. */
    private static final double WHOLE = 0.95;
    /** So many times as many walls as reach from line to line are no strokes: the lines hide their ends. */
    private static final int MANY = 3;
    /** Walls need not reach into the lines above and below. */
    static final double CORNER_MM = 0.4;

    /** Two lines no farther apart are one that is thick or bent. */
    static final double CLEAR_MM = 1;

    private static final double TICK_MM = 2;
    private static final double STEP_MM = 0.25;
    /** Neighbours with a smaller gap between their lines share one. */
    private static final double LEAST_GAP_MM = 0.33;

    private static final int LEAST_TICKED = 4;
    /** Letters on a line stand nearer to each other than the ticks of a comb. */
    private static final double NARROWEST_TICKED_MM = 3.6;

    private static final double SLIM_COMB = 2;
    /** Walls that reach farther, as a share of their cell's height, do not end half-way. */
    private static final double HALF_WAY = 0.75;

    /** How high one writes on a line without a box, as a share of a cell's width. */
    private static final double OPEN_SHARE = 1.3;

    private final RuledGrid grid;
    private final List<Row> rows = new ArrayList<>();

    /**
     * A row of cells, in millimetres.
     *
     * @param wall how high the walls are
     * @param score how much speaks for it
     */
    record Row(CellPattern cells, double top, double bottom, double wall, Layout.Comb comb, double score) {
        private Row with(CellPattern others) {
            return new Row(others, top, bottom, wall, comb, score);
        }

        Box box() {
            return new Box(cells.x(), top, cells.right() - cells.x(), bottom - top);
        }

        Layout.Cells layout() {
            return new Layout.Cells(cells.x(), top, cells.w(), bottom - top, cells.pitch(), wall, comb);
        }
    }

    private CellRows(RuledGrid grid) {
        this.grid = grid;
        List<Row> found = new ArrayList<>();
        for (int lower = 0; lower < grid.tracks().size(); lower++) {
            double bottom = grid.yMm(grid.tracks().get(lower));
            double[] ticks = ticks(bottom, TICK_MM, -1);
            for (int upper = lower - 1; upper >= 0; upper--) {
                double height = bottom - grid.yMm(grid.tracks().get(upper));
                if (height > HIGHEST_MM) {
                    break;
                }
                if (height >= LOWEST_MM) {
                    walled(upper, lower, height, ticks, found);
                }
            }
            ticked(lower, ticks, found);
            hanging(lower, found);
        }
        keepBest(found);
    }

    /** In no order; none overlaps another. */
    static List<Row> of(RuledGrid grid) {
        return new CellRows(grid).rows;
    }

    private void walled(int upper, int lower, double height, double[] ticks, List<Row> found) {
        RuledTrack above = grid.tracks().get(upper);
        RuledTrack below = grid.tracks().get(lower);
        double[] walls = grid.walls(grid.yMm(above) + CORNER_MM, grid.yMm(below) - CORNER_MM, RULED);
        double[] reaching = grid.walls(grid.yMm(above), grid.yMm(below), WHOLE);
        // Through thick lines no wall is seen.
        double[] whole = reaching.length * MANY < walls.length ? walls : reaching;
        BiPredicate<Double, Double> based = (left, right) -> grid.share(below, left, right) >= RULED;
        List<CellPattern> patterns = CellPattern.of(
                walls,
                whole,
                ticks,
                (left, right) -> right - left <= SQUAT * height
                        && height <= SLIM * (right - left)
                        && grid.share(above, left, right) >= RULED
                        && based.test(left, right),
                based);
        for (CellPattern cells : patterns) {
            if (!grid.parted(upper, lower, cells.x(), cells.right(), CLEAR_MM, RULED)) {
                double top = grid.yMm(above, cells.x(), cells.right(), 1);
                double bottom = grid.yMm(below, cells.x(), cells.right(), -1);
                // Whole lines before those of text; to a tenth, since of two whole ones the inner one is the row's own.
                double score = cells.score()
                        + tenths(grid.share(above, cells.x(), cells.right()))
                        + tenths(grid.share(below, cells.x(), cells.right()));
                double gap = cells.gap(walls);
                CellPattern apart = gap < LEAST_GAP_MM ? cells : cells.apart(gap);
                found.add(new Row(apart, top, bottom, bottom - top, Layout.Comb.STANDING, score));
            }
        }
    }

    private static double tenths(double share) {
        return Math.floor(10 * share) / 10;
    }

    /** Combs: their walls end half-way, and some have nothing above. */
    private void ticked(int lower, double[] ticks, List<Row> found) {
        RuledTrack base = grid.tracks().get(lower);
        BiPredicate<Double, Double> based = (left, right) -> grid.share(base, left, right) >= RULED;
        for (CellPattern cells : CellPattern.of(ticks, ticks, ticks, based, based)) {
            if (cells.joined() && cells.w() >= NARROWEST_TICKED_MM) {
                Row comb = comb(lower, cells, grid.yMm(base, cells.x(), cells.right(), -1));
                if (cells.count() >= LEAST_TICKED || isBox(comb)) {
                    found.add(comb);
                }
            }
        }
    }

    /** Whether a comb of few cells, upright ones, has its walls on both sides up to the line above. */
    private boolean isBox(Row comb) {
        double height = comb.bottom - comb.top;
        return comb.comb != Layout.Comb.OPEN
                && comb.cells.w() <= height
                && height <= SLIM_COMB * comb.cells.w()
                && comb.cells.isBetween(grid.walls(comb.top + CORNER_MM, comb.bottom - CORNER_MM, WHOLE));
    }

    /** With the line that closes the comb from above, else as high as a digit. */
    private Row comb(int lower, CellPattern cells, double bottom) {
        double wall = wall(cells, bottom, -1);
        for (int upper = lower - 1; upper >= 0; upper--) {
            RuledTrack above = grid.tracks().get(upper);
            double height = bottom - grid.yMm(above);
            if (height > SLIM_COMB * cells.w()) {
                break;
            }
            if (height >= Math.max(LOWEST_MM, cells.w() / SQUAT)
                    && grid.share(above, cells.x(), cells.right()) >= RULED) {
                double top = grid.yMm(above, cells.x(), cells.right(), 1);
                return new Row(cells, top, bottom, Math.min(wall, bottom - top), Layout.Comb.STANDING, cells.score());
            }
        }
        double height = Math.min(bottom, Math.max(wall, OPEN_SHARE * cells.w()));
        return new Row(cells, bottom - height, bottom, Math.min(wall, height), Layout.Comb.OPEN, cells.score());
    }

    /** Combs whose walls hang from the upper line: only closed ones, since letters hang from lines as well. */
    private void hanging(int upper, List<Row> found) {
        RuledTrack line = grid.tracks().get(upper);
        double[] ticks = ticks(grid.yMm(line), TICK_MM, 1);
        BiPredicate<Double, Double> based = (left, right) -> grid.share(line, left, right) >= RULED;
        for (CellPattern cells : CellPattern.of(ticks, ticks, ticks, based, based)) {
            if (cells.joined() && cells.w() >= NARROWEST_TICKED_MM) {
                double top = grid.yMm(line, cells.x(), cells.right(), 1);
                closed(upper, top, cells)
                        .filter(comb -> comb.wall <= HALF_WAY * (comb.bottom - top))
                        .filter(this::isHanging)
                        .ifPresent(found::add);
            }
        }
    }

    /** With the line that closes the comb from below. */
    private Optional<Row> closed(int upper, double top, CellPattern cells) {
        for (int lower = upper + 1; lower < grid.tracks().size(); lower++) {
            RuledTrack below = grid.tracks().get(lower);
            double height = grid.yMm(below) - top;
            if (height >= Math.max(LOWEST_MM, cells.w() / SQUAT)
                    && height <= SLIM_COMB * cells.w()
                    && grid.share(below, cells.x(), cells.right()) >= RULED
                    && !grid.parted(upper, lower, cells.x(), cells.right(), CLEAR_MM, RULED)) {
                double bottom = grid.yMm(below, cells.x(), cells.right(), -1);
                double wall = wall(cells, top, 1);
                return Optional.of(new Row(cells, top, bottom, wall, Layout.Comb.HANGING, cells.score()));
            }
        }
        return Optional.empty();
    }

    /** Whether its outer walls reach from side to side: a stroke or two may do so between them, but in a comb of few cells none. */
    private boolean isHanging(Row comb) {
        double[] walls = grid.walls(comb.top + CORNER_MM, comb.bottom - CORNER_MM, WHOLE);
        return comb.cells.count() < LEAST_TICKED ? comb.cells.isBetween(walls) : comb.cells.isWalled(walls);
    }

    /** The walls that reach so far up from a line, for -1, or down from it, for 1. */
    private double[] ticks(double line, double height, int towards) {
        double near = line + towards * CORNER_MM;
        double far = line + towards * height;
        return grid.walls(Math.min(near, far), Math.max(near, far), RULED);
    }

    /** How far from a line, up for -1 and down for 1, at least half of the inner walls reach. */
    private double wall(CellPattern cells, double line, int towards) {
        double wall = TICK_MM;
        for (double height = TICK_MM;
                height <= SLIM_COMB * cells.w() && line + towards * height > 0;
                height += STEP_MM) {
            double[] walls = ticks(line, height, towards);
            long there = Arrays.stream(walls)
                    .filter(x -> x > cells.x() + CORNER_MM && x < cells.right() - CORNER_MM)
                    .filter(x -> Math.abs((x - cells.x()) / cells.pitch() - Math.rint((x - cells.x()) / cells.pitch()))
                            < CORNER_MM / cells.pitch())
                    .count();
            if (2 * there < cells.count() - 1) {
                break;
            }
            wall = height;
        }
        return wall;
    }

    /** Those of most cells first; what overlaps them is made of their own lines and of strokes. */
    private void keepBest(List<Row> found) {
        found.sort(Comparator.comparingDouble(Row::score)
                .thenComparingDouble(row -> row.cells.w())
                .reversed()
                .thenComparingDouble(row -> row.bottom - row.top));
        for (Row row : found) {
            if (rows.stream().noneMatch(kept -> kept.box().overlaps(row.box(), CORNER_MM))) {
                rows.add(row.comb == Layout.Comb.OPEN || !row.cells.joined() ? row : unframed(widened(row)));
            }
        }
    }

    /** With the cells on both sides whose outer wall only shows between the row's own lines. */
    private Row widened(Row row) {
        double[] walls = grid.walls(row.top + CORNER_MM, row.bottom - CORNER_MM, RULED);
        CellPattern cells = row.cells.widened(walls, (left, right) -> {
            Box added = new Box(left, row.top, right - left, row.bottom - row.top);
            return ruled(row.top, left, right)
                    && ruled(row.bottom, left, right)
                    && rows.stream().noneMatch(other -> other.box().overlaps(added, CORNER_MM));
        });
        return row.with(cells);
    }

    /** Without the walls of a frame around the row, which are so near to its own that both look like one. */
    private Row unframed(Row row) {
        double from = row.top + CORNER_MM;
        double to = row.bottom - CORNER_MM;
        return row.with(row.cells.between(
                grid.xMm(row.cells.x(), from, to, RULED, 1), grid.xMm(row.cells.right(), from, to, RULED, -1)));
    }

    private boolean ruled(double y, double left, double right) {
        return grid.tracks().stream()
                .anyMatch(
                        track -> Math.abs(grid.yMm(track) - y) < CORNER_MM && grid.share(track, left, right) >= RULED);
    }
}
