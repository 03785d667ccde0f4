package numeral.form.learn;

import java.util.List;
import numeral.form.page.Box;

/** Tells which boxes are written into freely: long ones, and on a page with such boxes all that are as high. */
final class Strips {
    /** Lower ones are made of lines of text. */
    private static final double LOWEST_MM = 4.5;
    /** A box to tick is no more than so many times as wide as high. */
    private static final double BROAD = 1.2;

    private static final double ALIKE_MM = 0.4;
    private static final int MANY = 2;
    /** A row of cells has its walls at the ends of its box. */
    private static final double END_MM = 1;

    private Strips() {}

    /** Those of the boxes that are too long for anything else; none overlaps another. Of strips in each other the inner one. */
    static List<Box> sure(List<Box> boxes) {
        return LoneBoxes.free(
                boxes.stream()
                        .filter(box -> box.h() >= LOWEST_MM && box.w() > CellRows.SQUAT * box.h())
                        .toList(),
                List.of());
    }

    /** Shorter boxes, as high as several sure strips, that overlap nothing that is taken: a strip for two digits is no longer than a wide cell. */
    static List<Box> alike(List<Box> boxes, List<Box> sure, List<Box> taken) {
        return LoneBoxes.free(
                boxes.stream()
                        .filter(box -> box.w() > BROAD * box.h())
                        .filter(box -> sure.stream()
                                        .filter(strip -> Math.abs(strip.h() - box.h()) < ALIKE_MM)
                                        .count()
                                >= MANY)
                        .toList(),
                taken);
    }

    /**
     * Whether strips let a row of cells stand: one without all of its walls that lies across a strip, or takes in a part of it, is
     * made of letters and of what is written there.
     */
    static boolean letStand(CellRows.Row row, List<Box> strips) {
        return row.cells().whole()
                || strips.stream()
                        .filter(strip -> strip.overlaps(row.box(), CellRows.CORNER_MM))
                        .allMatch(strip -> row.cells().x() <= strip.x() + END_MM
                                && row.cells().right() >= strip.right() - END_MM);
    }
}
