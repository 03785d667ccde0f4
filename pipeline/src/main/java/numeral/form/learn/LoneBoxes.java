package numeral.form.learn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import numeral.form.page.Box;

/** Finds boxes that stand for themselves: two level lines, and a wall at both ends that reaches from one to the other. */
final class LoneBoxes {
    private static final double NARROWEST_MM = 2.9;
    private static final double HIGHEST_MM = 16;
    private static final double RULED = 0.9;
    /** Strokes seldom end in the corners: walls do. */
    private static final double WALLED = 0.95;
    /** A shorter line is as short as strokes are, and paper does not bend it. */
    private static final double SHORT_MM = 12;

    private static final double LEVEL = 0.95;
    /** A stroke or two may reach from line to line as walls do. */
    private static final int STROKES = 2;

    private LoneBoxes() {}

    /** All that may be boxes, in no order; they overlap. Strokes that look like walls are passed over where that leaves no more than a cell. */
    static List<Box> candidates(RuledGrid grid) {
        List<Box> found = new ArrayList<>();
        for (int upper = 0; upper < grid.tracks().size(); upper++) {
            for (int lower = upper + 1; lower < grid.tracks().size(); lower++) {
                double height = grid.yMm(grid.tracks().get(lower))
                        - grid.yMm(grid.tracks().get(upper));
                if (height > HIGHEST_MM) {
                    break;
                }
                if (height >= CellRows.LOWEST_MM) {
                    between(grid, upper, lower, found);
                }
            }
        }
        return found;
    }

    /** Those of the candidates that overlap none of {@code taken} and not each other. Of boxes in each other the inner one. */
    static List<Box> free(List<Box> candidates, List<Box> taken) {
        List<Box> kept = new ArrayList<>();
        candidates.stream()
                .sorted(Comparator.comparingDouble(box -> box.w() * box.h()))
                .filter(box -> taken.stream().noneMatch(other -> other.overlaps(box, CellRows.CORNER_MM)))
                .filter(box -> kept.stream().noneMatch(other -> other.overlaps(box, CellRows.CORNER_MM)))
                .forEach(kept::add);
        return kept;
    }

    private static void between(RuledGrid grid, int upper, int lower, List<Box> found) {
        RuledTrack above = grid.tracks().get(upper);
        RuledTrack below = grid.tracks().get(lower);
        double[] walls = grid.walls(grid.yMm(above), grid.yMm(below), WALLED);
        double widest = CellRows.SQUAT * (grid.yMm(below) - grid.yMm(above));
        for (int i = 0; i + 1 < walls.length; i++) {
            double left = walls[i];
            for (int j = i + 1; j < walls.length && j <= i + 1 + STROKES; j++) {
                double right = walls[j];
                if (right - left >= NARROWEST_MM
                        && (j == i + 1 || right - left <= widest)
                        && ruled(grid, above, left, right)
                        && ruled(grid, below, left, right)
                        && !grid.parted(upper, lower, left, right, CellRows.CLEAR_MM, RULED)) {
                    double top = grid.yMm(above, left, right, 1);
                    found.add(new Box(left, top, right - left, grid.yMm(below, left, right, -1) - top));
                }
            }
        }
    }

    private static boolean ruled(RuledGrid grid, RuledTrack track, double left, double right) {
        return right - left < SHORT_MM
                ? grid.levelShare(track, left, right) >= LEVEL
                : grid.share(track, left, right) >= RULED;
    }
}
