package numeral.form.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Cells of one width at one distance, by the walls between them. Walls that do not fit, such as written strokes, are passed over.
 *
 * @param x middle of the first wall
 * @param w from the middle of a cell's left wall to that of its right one
 * @param pitch from one cell to the next
 * @param seen how many of the walls are there
 * @param score how many walls there are where the cells have theirs, less what speaks for other cells
 */
record CellPattern(double x, double w, double pitch, int count, int seen, double score) {
    private static final double NARROWEST_MM = 2.2;
    private static final double WIDEST_MM = 15;
    /** How far a wall may stand beside its place, as a share of the distance between cells, and at most. */
    private static final double TOLERANCE_SHARE = 0.075;

    private static final double TOLERANCE_MM = 0.45;
    /** Cells that belong together stand no farther apart, as a share of their width. */
    private static final double GAP_SHARE = 0.6;
    /** Of so many cells one may have lost its wall. */
    private static final int CELLS_A_LOSS = 3;

    /** A wall inside a cell says half as much against a pattern as one in its place for it, since it may be written. */
    private static final double STRANGE = 0.5;
    /** A wall in its place that does not reach from side to side may be written as well. */
    private static final double PERHAPS = 0.5;
    /** Share of the walls, or of the score that all of them would give, that makes a pattern whole. */
    private static final double WHOLE = 0.9;

    /** So many cells tell a gap between them from chance. */
    private static final int LEAST_TELLING = 5;

    double right() {
        return x + (count - 1) * pitch + w;
    }

    boolean joined() {
        return pitch == w;
    }

    /** How many walls its cells have. */
    private int asked() {
        return joined() ? count + 1 : 2 * count;
    }

    /** Whether so many walls are there, or so few others, that strokes can hardly have made them. */
    boolean whole() {
        return score >= WHOLE * asked() || count >= LEAST_TELLING && seen >= WHOLE * asked();
    }

    /**
     * What is between the lines of neighbours that were seen as one wall in their middle: the first and the last cell, whose outer walls are
     * one line, are smaller by half of it; 0 where too few cells tell.
     */
    double gap(double[] walls) {
        if (!joined() || count < LEAST_TELLING) {
            return 0;
        }
        double first = nearest(walls, x + pitch);
        double last = nearest(walls, x + (count - 1) * pitch);
        double outer = Math.max(first - nearest(walls, x), nearest(walls, right()) - last);
        return 2 * ((last - first) / (count - 2) - outer);
    }

    /** The cells that share no wall after all, but have two so near to each other that they were seen as one. */
    CellPattern apart(double gapMm) {
        double wider = (count * pitch + gapMm) / count;
        return new CellPattern(x, wider - gapMm, wider, count, seen, score);
    }

    /** As many cells that share their walls, from one place to another. */
    CellPattern between(double left, double right) {
        double cell = (right - left) / count;
        return new CellPattern(left, cell, cell, count, seen, score);
    }

    /**
     * All patterns of two cells or more between some walls, in no order.
     *
     * @param walls places in millimetres, rising
     * @param whole those that reach from one side of the cells to the other, as strokes seldom do
     * @param ticks walls and what stands on the lower line like them, but ends half-way
     * @param closed whether a cell from one place to another has its other sides
     * @param based whether it has its lower one
     */
    static List<CellPattern> of(
            double[] walls,
            double[] whole,
            double[] ticks,
            BiPredicate<Double, Double> closed,
            BiPredicate<Double, Double> based) {
        List<CellPattern> patterns = new ArrayList<>();
        for (int left = 0; left < walls.length; left++) {
            for (int right = left + 1; right < walls.length; right++) {
                double w = walls[right] - walls[left];
                if (w > WIDEST_MM) {
                    break;
                }
                if (w < NARROWEST_MM || !closed.test(walls[left], walls[right])) {
                    continue;
                }
                patterns.add(extended(walls, whole, closed, walls[left], w, w));
                for (int next = right + 1; next < walls.length; next++) {
                    if (walls[next] - walls[right] > GAP_SHARE * w) {
                        break;
                    }
                    patterns.add(extended(walls, whole, closed, walls[left], w, walls[next] - walls[left]));
                }
            }
        }
        patterns.removeIf(pattern -> pattern.count < 2
                || !pattern.joined() && (pattern.isOfGroups(ticks) || pattern.isOfNeighbours(walls, based)));
        return patterns;
    }

    /** As many cells as follow a first one; a cell whose wall is lost counts once a whole one follows it. */
    private static CellPattern extended(
            double[] walls, double[] whole, BiPredicate<Double, Double> closed, double x, double w, double pitch) {
        boolean joined = pitch == w;
        double distance = pitch;
        double tolerance = tolerance(pitch);
        double width = w;
        int count = 1;
        int lost = 0;
        for (int next = 1; lost <= 1 && lost * CELLS_A_LOSS <= next; next++) {
            double left = x + next * distance;
            double right = left + (joined ? distance : width);
            double leftOff = nearest(walls, left) - left;
            double rightOff = nearest(walls, right) - right;
            boolean there = Math.abs(rightOff) <= tolerance && (joined || Math.abs(leftOff) <= tolerance);
            if (!closed.test(left, right)) {
                break;
            }
            if (there) {
                distance = joined ? (right + rightOff - x) / (next + 1) : (left + leftOff - x) / next;
                width = joined ? distance : width + (rightOff - leftOff) / (count + 1);
                count = next + 1;
                lost = 0;
            } else {
                lost++;
            }
        }
        width = joined ? distance : width;
        return new CellPattern(x, width, distance, count, 0, 0).scored(walls, whole);
    }

    private CellPattern scored(double[] walls, double[] whole) {
        int seenWalls = own(walls);
        int ownWhole = own(whole);
        int surely = Math.min(seenWalls, ownWhole);
        long strange = within(whole).count() - ownWhole;
        double weighed = surely + PERHAPS * (seenWalls - surely) - STRANGE * strange - Math.max(0, asked() - seenWalls);
        return new CellPattern(x, w, pitch, count, seenWalls, weighed);
    }

    private DoubleStream within(double[] walls) {
        double tolerance = tolerance(pitch);
        return Arrays.stream(walls).filter(wall -> wall > x - tolerance && wall < right() + tolerance);
    }

    /** How many walls stand where the pattern has one. */
    private int own(double[] walls) {
        double tolerance = tolerance(pitch);
        return (int) within(walls)
                .filter(wall -> {
                    double inCell = (wall - x) - pitch * Math.floor((wall - x) / pitch + tolerance / pitch);
                    return Math.abs(inCell) <= tolerance || Math.abs(inCell - w) <= tolerance;
                })
                .count();
    }

    /** Whether what looks like a cell is a group of them, as day, month and year are: each is parted at the same place. */
    private boolean isOfGroups(double[] ticks) {
        double tolerance = tolerance(pitch);
        return Arrays.stream(ticks)
                .filter(tick -> tick > x + NARROWEST_MM && tick < x + w - NARROWEST_MM)
                .anyMatch(
                        tick -> IntStream.range(1, count).allMatch(cell -> has(ticks, tick + cell * pitch, tolerance)));
    }

    /** Whether the gaps are those between groups: the last cell of one and the first of the next have neighbours that share their wall. */
    private boolean isOfNeighbours(double[] walls, BiPredicate<Double, Double> based) {
        double tolerance = tolerance(pitch);
        return has(walls, x - w, tolerance) && based.test(x - w, x)
                || has(walls, right() + w, tolerance) && based.test(right(), right() + w);
    }

    /** Whether both its outer walls are among these. */
    boolean isWalled(double[] walls) {
        double tolerance = tolerance(pitch);
        return has(walls, x, tolerance) && has(walls, right(), tolerance);
    }

    /** Whether both its outer walls, and no inner one, are among these. */
    boolean isBetween(double[] walls) {
        double tolerance = tolerance(pitch);
        return isWalled(walls)
                && Arrays.stream(walls).noneMatch(wall -> wall > x + tolerance && wall < right() - tolerance);
    }

    private static boolean has(double[] walls, double place, double tolerance) {
        return Math.abs(nearest(walls, place) - place) <= tolerance;
    }

    /** With the cells that follow on both sides, each closed and with a wall in its place; the score stays. */
    CellPattern widened(double[] walls, BiPredicate<Double, Double> closed) {
        double tolerance = tolerance(pitch);
        CellPattern wider = this;
        while (has(walls, wider.x - pitch, tolerance) && closed.test(wider.x - pitch, wider.x)) {
            wider = new CellPattern(wider.x - pitch, w, pitch, wider.count + 1, wider.seen + 1, score);
        }
        while (has(walls, wider.right() + pitch, tolerance) && closed.test(wider.right(), wider.right() + pitch)) {
            wider = new CellPattern(wider.x, w, pitch, wider.count + 1, wider.seen + 1, score);
        }
        return wider;
    }

    private static double tolerance(double pitch) {
        return Math.min(TOLERANCE_MM, TOLERANCE_SHARE * pitch);
    }

    private static double nearest(double[] walls, double place) {
        double best = Double.NEGATIVE_INFINITY;
        for (double wall : walls) {
            best = Math.abs(wall - place) < Math.abs(best - place) ? wall : best;
        }
        return best;
    }
}
