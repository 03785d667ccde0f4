package numeral.form.page;

/** Ink or paper: one byte a pixel, row by row, 1 = ink. */
public record Bitmap(int width, int height, byte[] ink) {

    /** All paper. */
    public Bitmap(int width, int height) {
        this(width, height, new byte[width * height]);
    }

    /** Ink where darker than the middle of the grey scale. */
    public static Bitmap dark(Raster raster) {
        Bitmap bitmap = new Bitmap(raster.width(), raster.height());
        dark(raster.grey(), bitmap.ink(), 0);
        return bitmap;
    }

    /** Ink where darker than a level of the grey scale. */
    static Bitmap darker(Raster raster, int level) {
        Bitmap bitmap = new Bitmap(raster.width(), raster.height());
        for (int at = 0; at < bitmap.ink.length; at++) {
            bitmap.ink[at] = (byte) ((raster.grey()[at] & 0xff) - level >>> 31);
        }
        return bitmap;
    }

    /** The same of some grey values, into ink from one pixel on. */
    static void dark(byte[] grey, byte[] ink, int from) {
        int at = 0;
        for (; at + Long.BYTES <= grey.length; at += Long.BYTES) {
            // the highest bit of a byte is that of 128
            Words.set(ink, from + at, ~Words.get(grey, at) >>> 7 & Words.INK);
        }
        for (; at < grey.length; at++) {
            ink[from + at] = (byte) (~grey[at] >>> 7 & 1);
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
