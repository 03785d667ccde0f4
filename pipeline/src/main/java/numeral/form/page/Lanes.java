package numeral.form.page;

/** The ink of a window seen along one axis, so that horizontal and vertical lines are followed by the same code. */
public final class Lanes {
    private final byte[] ink;
    private final int along;
    private final int alongStep;
    private final int across;
    private final int acrossStep;

    /** Along horizontal lines, or along vertical ones. What is set is set in the bitmap. */
    public Lanes(Bitmap bitmap, boolean horizontal) {
        ink = bitmap.ink();
        along = horizontal ? bitmap.width() : bitmap.height();
        alongStep = horizontal ? 1 : bitmap.width();
        across = horizontal ? bitmap.height() : bitmap.width();
        acrossStep = horizontal ? bitmap.width() : 1;
    }

    /** Pixels along the lines. */
    public int along() {
        return along;
    }

    /** Pixels across the lines. */
    public int across() {
        return across;
    }

    /** Where in the bitmap the pixel is that lies {@code i} along and {@code j} across. */
    public int index(int i, int j) {
        return i * alongStep + j * acrossStep;
    }

    /** Whether that pixel has ink. */
    public boolean ink(int i, int j) {
        return ink[index(i, j)] != 0;
    }

    /** Makes that pixel ink, 1, or paper, 0. */
    public void set(int i, int j, int value) {
        ink[index(i, j)] = (byte) value;
    }

    /** First pixel of the run of ink across the line that holds the pixel. */
    public int runStart(int i, int j) {
        int first = j;
        int before = index(i, j - 1);
        while (first > 0 && ink[before] != 0) {
            first--;
            before -= acrossStep;
        }
        return first;
    }

    /** Whether the run of ink across the line that holds the pixel is at most so long. */
    public boolean thin(int i, int j, int longest) {
        int first = j;
        while (first > 0 && j - first < longest && ink(i, first - 1)) {
            first--;
        }
        int end = j;
        while (end < across && end - first <= longest && ink(i, end)) {
            end++;
        }
        return end - first <= longest;
    }

    /** The pixel behind that run. */
    public int runEnd(int i, int j) {
        int end = j;
        int at = index(i, j);
        while (end < across && ink[at] != 0) {
            end++;
            at += acrossStep;
        }
        return end;
    }

    /** The first pixel with ink across the line from {@code j} on; {@code end} where there is none before that. */
    public int nextInk(int i, int j, int end) {
        int next = j;
        int at = index(i, j);
        while (next < end && ink[at] == 0) {
            next++;
            at += acrossStep;
        }
        return next;
    }
}
