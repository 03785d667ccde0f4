package numeral.form;

/** Tells ink from paper. */
final class Binariser {
    /** Sauvola's dynamic range of the standard deviation, half of the grey scale. */
    private static final double RANGE = 128;
    /** Grey this close to black or paper counts as bilevel. */
    private static final int NEARLY = 8;
    /** Pixels that tell whether a page is bilevel. */
    private static final int LOOKED_AT = 20_000;

    private Binariser() {}

    /** Whether a page holds nothing but black and paper, up to 1 % of its pixels. */
    static boolean bilevel(Raster page) {
        int stride = Math.max(1, page.grey().length / LOOKED_AT);
        int seen = 0;
        int between = 0;
        for (int i = 0; i < page.grey().length; i += stride) {
            int grey = page.grey()[i] & 0xff;
            seen++;
            between += grey > NEARLY && grey < Raster.PAPER - NEARLY ? 1 : 0;
        }
        return between * 100L < seen;
    }

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
        for (int y = 0; y < height; y++) {
            slide(raster, y + radius, y - radius - 1, sums, squares);
            int rows = Math.min(y + radius, height - 1) - Math.max(y - radius, 0) + 1;
            thresholdRow(raster, y, rows, radius, k, sums, squares, ink);
        }
        return ink;
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
            Raster raster, int y, int rows, int radius, double k, int[] sums, int[] squares, Bitmap ink) {
        int width = raster.width();
        int row = y * width;
        long sum = 0;
        long square = 0;
        for (int x = 0; x < Math.min(radius, width); x++) {
            sum += sums[x];
            square += squares[x];
        }
        for (int from = 0; from < width; from += Long.BYTES) {
            int to = Math.min(width, from + Long.BYTES);
            boolean within = from > radius && to + radius <= width && to - from == Long.BYTES;
            if (within && Words.get(raster.grey(), row + from) == Words.PAPER) {
                // paper is never ink
                for (int x = from; x < from + Long.BYTES; x++) {
                    sum += sums[x + radius] - sums[x - radius - 1];
                    square += squares[x + radius] - squares[x - radius - 1];
                }
                continue;
            }
            for (int x = from; x < to; x++) {
                if (x + radius < width) {
                    sum += sums[x + radius];
                    square += squares[x + radius];
                }
                if (x - radius - 1 >= 0) {
                    sum -= sums[x - radius - 1];
                    square -= squares[x - radius - 1];
                }
                int columns = Math.min(x + radius, width - 1) - Math.max(x - radius, 0) + 1;
                int grey = raster.grey()[row + x] & 0xff;
                long n = (long) rows * columns;
                // most of a page is lighter than its surroundings: whole numbers tell
                ink.ink()[row + x] = grey * n < sum && darker(grey, sum, square, n, k) ? (byte) 1 : 0;
            }
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
