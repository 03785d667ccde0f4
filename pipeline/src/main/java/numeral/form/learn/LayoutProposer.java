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
        List<Box> taken = new ArrayList<>();
        for (CellRows.Row row : CellRows.of(grid)) {
            if (Strips.letStand(row, sure)) {
                int cells = Math.min(LONGEST, row.cells().count());
                proposals.add(new Proposal(row.layout(), cells, row.cells().whole()));
                taken.add(row.box());
            }
        }
        List<Box> strips = LoneBoxes.free(sure, taken);
        taken.addAll(strips);
        List<Box> alike = Strips.alike(boxes, strips, taken);
        taken.addAll(alike);
        strips.forEach(box -> proposals.add(strip(box)));
        alike.forEach(box -> proposals.add(strip(box)));
        for (Box box : LoneBoxes.free(boxes, taken)) {
            if (box.w() <= CellRows.SQUAT * box.h()) {
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

    /** Rows of cells and strips, in no order. */
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
