package numeral.form;

import java.util.ArrayList;
import java.util.List;

/** Makes rows of cells and strips of the boxes of a page. */
final class LayoutProposer {
    private static final int LONGEST = 64;
    private static final double WIDEST_CELL_MM = 15;
    private static final double SAME_GAP_MM = 0.5;
    private static final double HIGHEST_STRIP_MM = 16;
    /** Neighbours whose lines are closer than this share one line. */
    private static final double JOINED_MM = 0.45;
    /** Width of a freely written digit and its gap, as a share of its box's height. */
    private static final double DIGIT_SHARE = 0.7;

    private final List<Proposal> proposals = new ArrayList<>();
    private final List<Box> single = new ArrayList<>();

    /** A layout and for how many digits. */
    record Proposal(Layout layout, int length) {}

    /** A box that stands alone as a field of one digit. */
    static Proposal single(Box box) {
        return new Proposal(new Layout.Cells(box.x(), box.y(), box.w(), box.h(), box.w()), 1);
    }

    LayoutProposer(List<List<Box>> rows) {
        rows.forEach(this::propose);
    }

    /** In reading order. */
    List<Proposal> proposals() {
        return proposals;
    }

    /** Boxes of a cell's shape that stand alone: boxes to tick, most of them. */
    List<Box> single() {
        return single;
    }

    private void propose(List<Box> row) {
        int from = 0;
        for (int i = 1; i <= row.size(); i++) {
            if (i == row.size() || i - from == LONGEST || !continues(row, from, i)) {
                propose(row, from, i);
                from = i;
            }
        }
    }

    private static boolean continues(List<Box> row, int from, int i) {
        Box first = row.get(from);
        boolean alike = BoxRows.alike(first.w(), row.get(i).w());
        double gap = gap(row, from + 1);
        return alike && cell(first) && (i == from + 1 || Math.abs(gap(row, i) - gap) < SAME_GAP_MM);
    }

    private static double gap(List<Box> row, int i) {
        return row.get(i).x() - row.get(i - 1).right();
    }

    private static boolean cell(Box box) {
        return BoxRows.cell(box) && box.w() <= WIDEST_CELL_MM;
    }

    private void propose(List<Box> row, int from, int to) {
        Box first = row.get(from);
        if (to - from > 1) {
            proposals.add(new Proposal(cells(row.subList(from, to)), to - from));
        } else if (cell(first)) {
            single.add(first);
        } else if (first.h() <= HIGHEST_STRIP_MM && !BoxRows.cell(first)) {
            int digits = (int) Math.round(first.w() / (DIGIT_SHARE * first.h()));
            Layout strip = new Layout.Strip(first.x(), first.y(), first.w(), first.h());
            proposals.add(new Proposal(strip, Math.max(1, Math.min(LONGEST, digits))));
        }
    }

    /** Least squares through the left edges; the other sides are means. */
    private static Layout cells(List<Box> cells) {
        int n = cells.size();
        double middle = (n - 1) / 2.0;
        double moment = 0;
        double spread = 0;
        double x = 0;
        double y = 0;
        double w = 0;
        double h = 0;
        for (int i = 0; i < n; i++) {
            Box cell = cells.get(i);
            moment += (i - middle) * cell.x();
            spread += (i - middle) * (i - middle);
            x += cell.x() / n;
            y += cell.y() / n;
            w += cell.w() / n;
            h += cell.h() / n;
        }
        double pitch = moment / spread;
        boolean joined = pitch - w < JOINED_MM;
        return new Layout.Cells(x - middle * pitch, y, joined ? pitch : w, h, pitch);
    }
}
