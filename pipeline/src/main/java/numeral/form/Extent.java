package numeral.form;

/** The smallest box around some pixels: first and last column, first and last row. */
final class Extent {
    private int left = Integer.MAX_VALUE;
    private int right = -1;
    private int top = Integer.MAX_VALUE;
    private int bottom = -1;

    void add(int x, int y) {
        addRun(x, x + 1, y);
    }

    /** Pixels side by side, from one column to just before another. */
    void addRun(int from, int to, int y) {
        left = Math.min(left, from);
        right = Math.max(right, to - 1);
        top = Math.min(top, y);
        bottom = Math.max(bottom, y);
    }

    void add(Extent other) {
        left = Math.min(left, other.left);
        right = Math.max(right, other.right);
        top = Math.min(top, other.top);
        bottom = Math.max(bottom, other.bottom);
    }

    boolean isEmpty() {
        return right < 0;
    }

    int left() {
        return left;
    }

    /** The last column. */
    int right() {
        return right;
    }

    int top() {
        return top;
    }

    /** The last row. */
    int bottom() {
        return bottom;
    }

    int width() {
        return right - left + 1;
    }

    int height() {
        return bottom - top + 1;
    }
}
