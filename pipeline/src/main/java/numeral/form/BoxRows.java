package numeral.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Joins boxes that stand side by side to rows, and mends the rows: cells that a stroke cut in two, lines too pale to be seen. */
final class BoxRows {
    private static final double SAME_HEIGHT = 0.2;
    private static final double SAME_WIDTH = 0.13;
    private static final double LEVEL_MM = 0.5;
    private static final double GAP_SHARE = 0.45;
    /** Rows of at least so many cells of one width tell how wide a damaged cell was. */
    private static final int LEAST = 3;

    private static final double SQUAT = 1.7;
    private static final double MOST_MISSING = 6;

    private BoxRows() {}

    /** Rows from left to right, in reading order. */
    static List<List<Box>> of(List<Box> boxes, RuledPage page) {
        List<Box> left = new ArrayList<>(boxes);
        left.sort(Comparator.comparingDouble(Box::x));
        List<List<Box>> rows = new ArrayList<>();
        while (!left.isEmpty()) {
            List<Box> row = new ArrayList<>();
            Box last = left.remove(0);
            row.add(last);
            for (int i = 0; i < left.size() && left.get(i).x() < last.right() + reach(last); i++) {
                if (follows(last, left.get(i), page)) {
                    last = left.remove(i--);
                    row.add(last);
                }
            }
            rows.add(mended(row));
        }
        rows.sort(Comparator.comparingDouble((List<Box> row) -> row.get(0).y())
                .thenComparingDouble(row -> row.get(0).x()));
        return rows;
    }

    static boolean cell(Box box) {
        return box.w() <= SQUAT * box.h();
    }

    static boolean alike(double a, double b) {
        return Math.abs(a - b) <= SAME_WIDTH * Math.max(a, b);
    }

    private static double reach(Box last) {
        return MOST_MISSING * last.w();
    }

    private static boolean follows(Box a, Box b, RuledPage page) {
        double gap = b.x() - a.right();
        boolean level = Math.abs(a.y() - b.y()) < LEVEL_MM && Math.abs(a.bottom() - b.bottom()) < LEVEL_MM;
        if (!level || Math.abs(a.h() - b.h()) > SAME_HEIGHT * a.h() || gap < -LEVEL_MM) {
            return false;
        }
        // Something between them is missing, but for its upper and lower lines.
        return gap < GAP_SHARE * Math.min(a.w(), b.h())
                || (page.ruled(a.right(), b.x(), a.y()) && page.ruled(a.right(), b.x(), a.bottom()));
    }

    private static List<Box> mended(List<Box> row) {
        double[] widths =
                row.stream().filter(BoxRows::cell).mapToDouble(Box::w).sorted().toArray();
        double usual = widths.length == 0 ? 0 : widths[widths.length / 2];
        long usuals = row.stream().filter(box -> alike(box.w(), usual)).count();
        if (usuals < LEAST) {
            return row;
        }
        List<Box> mended = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            Box box = row.get(i);
            // Halves of one cell, and cells of which one half was too small to be seen.
            while (i + 1 < row.size()
                    && !alike(box.w(), usual)
                    && row.get(i + 1).right() - box.x() < (1 + SAME_WIDTH) * usual) {
                box = united(box, row.get(++i));
            }
            mended.addAll(parted(box, usual, usuals));
            if (i + 1 < row.size()) {
                Box hole = new Box(box.right(), box.y(), row.get(i + 1).x() - box.right(), box.h());
                if (hole.w() > (1 - SAME_WIDTH) * usual) {
                    mended.addAll(parted(hole, usual, usuals));
                }
            }
        }
        return mended;
    }

    private static Box united(Box a, Box b) {
        return new Box(a.x(), a.y(), b.right() - a.x(), a.h());
    }

    /** A box as wide as some cells in a row of cells is these cells. */
    private static List<Box> parted(Box box, double usual, long usuals) {
        long parts = Math.round(box.w() / usual);
        if (parts < 2 || parts > usuals || Math.abs(box.w() / usual - parts) > SAME_WIDTH) {
            return List.of(box);
        }
        List<Box> cells = new ArrayList<>();
        double w = box.w() / parts;
        for (int i = 0; i < parts; i++) {
            cells.add(new Box(box.x() + i * w, box.y(), w, box.h()));
        }
        return cells;
    }
}
