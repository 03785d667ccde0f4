package numeral.form.page;

/** Ink or paper: one byte a pixel, row by row, 1 = ink. */
public record Bitmap(int width, int height, byte[] ink) {
    /** The first grey that is no ink. */
    static final int MIDDLE = 128;

    /** All paper. */
    public Bitmap(int width, int height) {
        this(width, height, new byte[width * height]);
    }

    /** Ink where darker than the middle of the grey scale. */
    public static Bitmap dark(Raster raster) {
        return darker(raster, MIDDLE);
    }

    /**
     * Ink where darker than a level of the grey scale.
     *
     * @param level in its lighter half
     */
    static Bitmap darker(Raster raster, int level) {
        Bitmap bitmap = new Bitmap(raster.width(), raster.height());
        darker(raster.grey(), level, bitmap.ink(), 0);
        return bitmap;
    }

    /** The same of some grey values, into ink from one pixel on. */
    static void darker(byte[] grey, int level, byte[] ink, int from) {
        // what this lifts over 127 without its highest bit, and has that bit, is as light as the level or lighter
        long lift = Words.INK * (2 * MIDDLE - level);
        int at = 0;
        for (; at + Long.BYTES <= grey.length; at += Long.BYTES) {
            long eight = Words.get(grey, at);
            long light = (eight & ~(Words.INK << 7)) + lift & eight;
            Words.set(ink, from + at, ~light >>> 7 & Words.INK);
        }
        for (; at < grey.length; at++) {
            ink[from + at] = (byte) ((grey[at] & 0xff) < level ? 1 : 0);
        }
    }

    /** Whether there is ink; beyond the edges there is none. */
    public boolean at(int x, int y) {
        return x >= 0 && y >= 0 && x < width && y < height && ink[y * width + x] != 0;
    }

    /** Pixels with ink. */
    public long area() {
        long area = 0;
        int at = 0;
        for (; at + Long.BYTES <= ink.length; at += Long.BYTES) {
            area += Long.bitCount(Words.get(ink, at));
        }
        for (; at < ink.length; at++) {
            area += ink[at];
        }
        return area;
    }
}
