package numeral.form.page;

/**
 * Ink is what is darker than {@code mean * (1 + k * (deviation / 128 - 1))} of the window around it; J. Sauvola and M. Pietikäinen,
 * Adaptive document image binarization, Pattern Recognition 33 (2000). The window slides down the page: its columns' sums are kept, and
 * totalled along a row that has anything but paper.
 */
public final class Sauvola {
    /** The dynamic range of the standard deviation, half of the grey scale. */
    private static final double RANGE = 128;

    private final int width;
    private final int height;
    private final byte[] grey;
    private final int radius;
    private final double k;
    /** Of each column within the window's rows. */
    private final int[] sums;

    private final int[] squares;
    /** Of all columns before each one. */
    private final long[] sumsBefore;

    private final long[] squaresBefore;

    private Sauvola(Raster raster, int windowPx, double k) {
        this.width = raster.width();
        this.height = raster.height();
        this.grey = raster.grey();
        this.radius = Math.max(1, windowPx / 2);
        this.k = k;
        this.sums = new int[width];
        this.squares = new int[width];
        this.sumsBefore = new long[width + 1];
        this.squaresBefore = new long[width + 1];
    }

    /**
     * The ink of a raster.
     *
     * @param windowPx side of the window
     * @param k weight of the deviation, 0 to 1
     */
    public static Bitmap ink(Raster raster, int windowPx, double k) {
        return new Sauvola(raster, windowPx, k).ink();
    }

    private Bitmap ink() {
        Bitmap ink = new Bitmap(width, height);
        for (int y = 0; y < Math.min(radius, height); y++) {
            slide(y, -1);
        }
        for (int y = 0; y < height; y++) {
            slide(y + radius, y - radius - 1);
            int first = nextGrey(y, 0);
            if (first < width) {
                total();
                threshold(y, first, ink.ink());
            }
        }
        return ink;
    }

    /** Takes one row into the columns' sums and another one out; rows outside the page count nothing. */
    private void slide(int entering, int leaving) {
        byte[] nothing = new byte[width];
        byte[] in = entering < height ? grey : nothing;
        byte[] out = leaving >= 0 ? grey : nothing;
        int inAt = in == nothing ? 0 : entering * width;
        int outAt = out == nothing ? 0 : leaving * width;
        for (int from = 0; from < width; from += Long.BYTES) {
            int to = Math.min(width, from + Long.BYTES);
            if (to - from == Long.BYTES && Words.get(in, inAt + from) == Words.get(out, outAt + from)) {
                continue;
            }
            for (int x = from; x < to; x++) {
                int more = in[inAt + x] & 0xff;
                int less = out[outAt + x] & 0xff;
                sums[x] += more - less;
                squares[x] += more * more - less * less;
            }
        }
    }

    /** The first column from one on that is not paper, which is never ink. */
    private int nextGrey(int y, int from) {
        int row = y * width;
        return Words.firstOther(grey, row + from, row + width, Words.PAPER) - row;
    }

    private void total() {
        long sum = 0;
        long square = 0;
        for (int x = 0; x < width; x++) {
            sum += sums[x];
            square += squares[x];
            sumsBefore[x + 1] = sum;
            squaresBefore[x + 1] = square;
        }
    }

    private void threshold(int y, int first, byte[] ink) {
        int rows = Math.min(y + radius, height - 1) - Math.max(y - radius, 0) + 1;
        for (int x = first; x < width; x = nextGrey(y, x + 1)) {
            int from = Math.max(x - radius, 0);
            int to = Math.min(x + radius, width - 1) + 1;
            int level = grey[y * width + x] & 0xff;
            long n = (long) rows * (to - from);
            long sum = sumsBefore[to] - sumsBefore[from];
            // most of a page is lighter than its surroundings: whole numbers tell
            if (level * n < sum && darker(level, sum, squaresBefore[to] - squaresBefore[from], n)) {
                ink[y * width + x] = 1;
            }
        }
    }

    /** Sauvola's comparison for a pixel darker than the mean, all of it times the window's area, so that nothing is divided and no root is taken. */
    private boolean darker(int level, long sum, long square, long n) {
        double above = level * n - (1 - k) * sum;
        if (above < 0) {
            return true;
        }
        double needed = RANGE * n * above;
        double share = k * sum;
        return (square * n - sum * sum) * share * share > needed * needed;
    }
}
