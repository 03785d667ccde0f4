package numeral.form;

/** Tells ink from paper. */
final class Binariser {
    /** Sauvola's dynamic range of the standard deviation, half of the grey scale. */
    private static final double RANGE = 128;

    private Binariser() {}

    /** Ink where darker than the middle of the grey scale. */
    static Bitmap atMiddle(Raster raster) {
        Bitmap ink = new Bitmap(raster.width(), raster.height());
        byte[] grey = raster.grey();
        int at = 0;
        for (; at + Long.BYTES <= grey.length; at += Long.BYTES) {
            // the highest bit of a byte is that of 128
            Words.set(ink.ink(), at, ~Words.get(grey, at) >>> 7 & 0x0101010101010101L);
        }
        for (; at < grey.length; at++) {
            ink.ink()[at] = (byte) (~grey[at] >>> 7 & 1);
        }
        return ink;
    }

    /**
     * Ink where darker than {@code mean * (1 + k * (deviation / 128 - 1))} of the window around the pixel; J. Sauvola and M. Pietikäinen,
     * Adaptive document image binarization, Pattern Recognition 33 (2000).
     */
    static Bitmap sauvola(Raster raster, int windowPx, double k) {
        int width = raster.width();
        int height = raster.height();
        int radius = Math.max(1, windowPx / 2);
        int[] sums = new int[width];
        int[] squares = new int[width];
        for (int y = 0; y < Math.min(radius, height); y++) {
            slide(raster, y, -1, sums, squares);
        }
        Bitmap ink = new Bitmap(width, height);
        long[] sumsBefore = new long[width + 1];
        long[] squaresBefore = new long[width + 1];
        for (int y = 0; y < height; y++) {
            slide(raster, y + radius, y - radius - 1, sums, squares);
            int first = nextGrey(raster, y, 0);
            if (first < width) {
                total(sums, sumsBefore);
                total(squares, squaresBefore);
                int rows = Math.min(y + radius, height - 1) - Math.max(y - radius, 0) + 1;
                thresholdRow(raster, y, first, rows, radius, k, sumsBefore, squaresBefore, ink);
            }
        }
        return ink;
    }

    /** The first column from one on that is not paper, which is never ink. */
    private static int nextGrey(Raster raster, int y, int from) {
        byte[] grey = raster.grey();
        int end = (y + 1) * raster.width();
        int at = y * raster.width() + from;
        while (at + Long.BYTES <= end && Words.get(grey, at) == Words.PAPER) {
            at += Long.BYTES;
        }
        while (at < end && grey[at] == (byte) Page.PAPER) {
            at++;
        }
        return at - y * raster.width();
    }

    /** Sums of all values before each place. */
    private static void total(int[] values, long[] before) {
        long sum = 0;
        for (int x = 0; x < values.length; x++) {
            before[x] = sum;
            sum += values[x];
        }
        before[values.length] = sum;
    }

    /** Takes one row into the columns' sums and another one out; rows outside the page count nothing. */
    private static void slide(Raster raster, int entering, int leaving, int[] sums, int[] squares) {
        int width = raster.width();
        byte[] nothing = new byte[width];
        byte[] in = entering < raster.height() ? raster.grey() : nothing;
        byte[] out = leaving >= 0 ? raster.grey() : nothing;
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

    private static void thresholdRow(
            Raster raster,
            int y,
            int first,
            int rows,
            int radius,
            double k,
            long[] sumsBefore,
            long[] squaresBefore,
            Bitmap ink) {
        int width = raster.width();
        int row = y * width;
        for (int x = first; x < width; x = nextGrey(raster, y, x + 1)) {
            int from = Math.max(x - radius, 0);
            int to = Math.min(x + radius, width - 1) + 1;
            int grey = raster.grey()[row + x] & 0xff;
            long n = (long) rows * (to - from);
            long sum = sumsBefore[to] - sumsBefore[from];
            // most of a page is lighter than its surroundings: whole numbers tell
            boolean dark = grey * n < sum && darker(grey, sum, squaresBefore[to] - squaresBefore[from], n, k);
            ink.ink()[row + x] = dark ? (byte) 1 : 0;
        }
    }

    /** Sauvola's comparison for a pixel darker than the mean, with the root taken only where the deviation decides. */
    private static boolean darker(int grey, long sum, long square, long n, double k) {
        double mean = (double) sum / n;
        double above = grey - mean * (1 - k);
        if (above < 0) {
            return true;
        }
        double needed = above * RANGE / (k * mean);
        return (double) square / n - mean * mean > needed * needed;
    }
}
