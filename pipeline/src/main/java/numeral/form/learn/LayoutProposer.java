package numeral.form.learn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import numeral.form.FieldSpec;
import numeral.form.Layout;
import numeral.form.page.Box;

/** Tells what is written into the boxes of a page: digit by digit into rows of cells, freely into long boxes. */
final class LayoutProposer {
    static final int LONGEST = 64;
    /** Width of a freely written digit and its gap, as a share of its box's height. */
    private static final double DIGIT_SHARE = 0.7;
    /** Tops of fields on one level differ by less than this. */
    private static final double LEVEL_MM = 2;

    /** A digit after a printed point or comma stands no farther from its row, in widths of a cell. */
    private static final double FOLLOWING = 1.5;
    /** It is as wide and as high as the cells of the row. */
    private static final double ALIKE_MM = 0.4;

    private final List<Proposal> proposals = new ArrayList<>();
    private final List<Box> single = new ArrayList<>();

    /**
     * A layout and for how many digits.
     *
     * @param whole whether so many of its walls are there that strokes can hardly have made them
     */
    record Proposal(Layout layout, int length, boolean whole) {
        Box box() {
            return new FieldSpec("", layout, length, length, false, false, List.of()).boxMm();
        }
    }

    LayoutProposer(RuledGrid grid) {
        List<Box> boxes = LoneBoxes.candidates(grid);
        List<Box> sure = Strips.sure(boxes);
        List<CellRows.Row> rows = CellRows.of(grid).stream()
                .filter(row -> Strips.letStand(row, sure))
                .toList();
        for (CellRows.Row row : rows) {
            int cells = Math.min(LONGEST, row.cells().count());
            proposals.add(new Proposal(row.layout(), cells, row.cells().whole()));
        }
        List<Box> taken = new ArrayList<>(rows.stream().map(CellRows.Row::box).toList());
        List<Box> strips = LoneBoxes.free(sure, taken);
        taken.addAll(strips);
        List<Box> alike = Strips.alike(boxes, strips, taken);
        taken.addAll(alike);
        strips.forEach(box -> proposals.add(strip(box)));
        alike.forEach(box -> proposals.add(strip(box)));
        for (Box box : LoneBoxes.free(boxes, taken)) {
            if (rows.stream().anyMatch(row -> follows(row, box))) {
                proposals.add(single(box));
            } else if (box.w() <= CellRows.SQUAT * box.h()) {
                single.add(box);
            } else {
                proposals.add(strip(box));
            }
        }
    }

    private static Proposal strip(Box box) {
        int digits = (int) Math.round(box.w() / (DIGIT_SHARE * box.h()));
        Layout strip = new Layout.Strip(box.x(), box.y(), box.w(), box.h());
        return new Proposal(strip, Math.max(1, Math.min(LONGEST, digits)), false);
    }

    /** Whether a box stands beside a row of cells and is one like them, as that of a decimal is, and not one to tick. */
    private static boolean follows(CellRows.Row row, Box box) {
        double w = row.cells().w();
        double gap = Math.max(box.x() - row.cells().right(), row.cells().x() - box.right());
        return gap <= FOLLOWING * w
                && Math.abs(box.w() - w) < ALIKE_MM
                && Math.abs(box.y() - row.top()) < ALIKE_MM
                && Math.abs(box.bottom() - row.bottom()) < ALIKE_MM;
    }

    /** Rows of cells, boxes like them beside them and strips, in no order. */
    List<Proposal> proposals() {
        return proposals;
    }

    /** Boxes of a cell's shape that stand alone: boxes to tick, most of them. */
    List<Box> single() {
        return single;
    }

    /** A box that stands alone as a field of one digit. */
    static Proposal single(Box box) {
        return new Proposal(new Layout.Cells(box.x(), box.y(), box.w(), box.h(), box.w()), 1, false);
    }

    /** From top to bottom, and from left to right on one level. */
    static List<Proposal> inReadingOrder(List<Proposal> proposals) {
        List<Proposal> left = new ArrayList<>(proposals);
        left.sort(Comparator.comparingDouble(proposal -> proposal.box().y()));
        List<Proposal> ordered = new ArrayList<>();
        while (!left.isEmpty()) {
            double y = left.get(0).box().y();
            List<Proposal> level = left.stream()
                    .filter(proposal -> proposal.box().y() < y + LEVEL_MM)
                    .sorted(Comparator.comparingDouble(
                            proposal -> proposal.box().x()))
                    .toList();
            ordered.addAll(level);
            left.removeAll(level);
        }
        return ordered;
    }
}
