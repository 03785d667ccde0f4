package numeral.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import numeral.form.page.Components;

/** Tells captions that are printed into a field, at its upper or lower border: rows of letters much smaller than any digit there. */
final class SmallPrint {
    private static final double LOWEST_MM = 0.7;
    private static final double THINNEST_MM = 0.15;
    private static final double HIGHEST_MM = 2.2;
    /** No letter is higher than this share of its field. */
    private static final double HIGHEST_SHARE = 0.27;
    /** Or so many times as wide as high. */
    private static final double WIDEST = 3;
    /** A row lies above the first or below the second share of the field's height. */
    private static final double UPPER_SHARE = 0.33;

    private static final double LOWER_SHARE = 0.75;
    /** Letters of one row share this much of the lower one's height. */
    private static final double LEVEL = 0.75;

    /** The next letter follows within so many letter heights: a wall may have taken one along with it. */
    private static final double GAP = 1.5;
    /** So many letters are no pieces of a broken stroke. */
    private static final int LEAST_LETTERS = 3;

    private final Components components;
    private final boolean[] marked;

    private SmallPrint(Components components) {
        this.components = components;
        this.marked = new boolean[components.count() + 1];
    }

    /** For each component, from 1, whether it is part of a caption. */
    static boolean[] of(Components components, FieldWindow window, FieldSpec field) {
        double top = window.yPx(field.boxMm().y());
        double height = field.boxMm().h() * window.scale();
        SmallPrint print = new SmallPrint(components);
        List<Integer> letters = new ArrayList<>();
        for (int label = 1; label <= components.count(); label++) {
            double middle = (components.top(label) + components.bottom(label) + 1) / 2.0 - top;
            boolean within = components.top(label) >= top && components.bottom(label) < top + height;
            boolean atBorder = within && (middle < UPPER_SHARE * height || middle > LOWER_SHARE * height);
            if (atBorder && isLetter(components, label, window.scale(), height)) {
                letters.add(label);
            }
        }
        letters.sort(Comparator.comparingInt(components::left));
        while (!letters.isEmpty()) {
            print.mark(row(components, letters));
        }
        return print.marked;
    }

    private static boolean isLetter(Components components, int label, double scale, double fieldPx) {
        int height = components.height(label);
        return height >= LOWEST_MM * scale
                && height <= Math.min(HIGHEST_MM * scale, HIGHEST_SHARE * fieldPx)
                && components.width(label) >= THINNEST_MM * scale
                && components.width(label) <= WIDEST * height;
    }

    /** Takes the first letter and all that follow it out of the list. */
    private static List<Integer> row(Components components, List<Integer> letters) {
        List<Integer> row = new ArrayList<>(List.of(letters.remove(0)));
        for (Iterator<Integer> rest = letters.iterator(); rest.hasNext(); ) {
            int last = row.get(row.size() - 1);
            int next = rest.next();
            int least = Math.min(components.height(last), components.height(next));
            int shared = Math.min(components.bottom(last), components.bottom(next))
                    - Math.max(components.top(last), components.top(next))
                    + 1;
            if (shared > LEVEL * least && components.left(next) - components.right(last) <= GAP * least) {
                row.add(next);
                rest.remove();
            }
        }
        return row;
    }

    /** With the points and pieces between its letters. */
    private void mark(List<Integer> row) {
        if (row.size() < LEAST_LETTERS) {
            return;
        }
        int top = row.stream().mapToInt(components::top).min().orElseThrow();
        int bottom = row.stream().mapToInt(components::bottom).max().orElseThrow();
        int left = components.left(row.get(0));
        int right = row.stream().mapToInt(components::right).max().orElseThrow();
        for (int label = 1; label <= components.count(); label++) {
            marked[label] |= components.top(label) >= top
                    && components.bottom(label) <= bottom
                    && components.left(label) >= left
                    && components.right(label) <= right;
        }
    }
}
