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

    private LoneBoxes() {}

    /** In no order; none overlaps another or one of {@code taken}. Of boxes in each other the inner one. */
    static List<Box> of(RuledGrid grid, List<Box> taken) {
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
        found.sort(Comparator.comparingDouble(box -> box.w() * box.h()));
        List<Box> kept = new ArrayList<>();
        for (Box box : found) {
            boolean free = taken.stream().noneMatch(other -> other.overlaps(box, 0.4))
                    && kept.stream().noneMatch(other -> other.overlaps(box, 0.4));
            if (free) {
                kept.add(box);
            }
        }
        return kept;
    }

    private static void between(RuledGrid grid, int upper, int lower, List<Box> found) {
        RuledTrack above = grid.tracks().get(upper);
        RuledTrack below = grid.tracks().get(lower);
        double[] walls = grid.walls(grid.yMm(above), grid.yMm(below), WALLED);
        for (int i = 0; i + 1 < walls.length; i++) {
            double left = walls[i];
            double right = walls[i + 1];
            if (right - left >= NARROWEST_MM
                    && grid.share(above, left, right) >= RULED
                    && grid.share(below, left, right) >= RULED
                    && !grid.parted(upper, lower, left, right, CellRows.CLEAR_MM, RULED)) {
                double top = grid.yMm(above, left, right, 1);
                found.add(new Box(left, top, right - left, grid.yMm(below, left, right, -1) - top));
            }
        }
    }
}
