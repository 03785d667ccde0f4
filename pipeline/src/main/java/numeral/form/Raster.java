package numeral.form;

import java.util.Arrays;

/**
 * A grey page: one unsigned byte a pixel, row by row, 0 = black, 255 = paper. Pixel {@code (i, j)} covers the square from {@code (i, j)} to
 * {@code (i + 1, j + 1)}.
 */
public record Raster(int width, int height, byte[] grey) {
    static final int PAPER = 255;
    /** Pixels of a warped row that are looked at together. */
    private static final int STRETCH = 16;
    /** More words than this cost more than they spare. */
    private static final int MOST_WORDS = 24;

    public Raster {
        if (width < 1 || height < 1 || grey.length != (long) width * height) {
            throw new IllegalArgumentException("page of " + width + " x " + height + " pixels with " + grey.length
                    + " bytes: expected one byte a pixel");
        }
    }

    /** Grey value of the pixel that holds the point; paper outside the page. */
    int at(double x, double y) {
        int i = (int) Math.floor(x);
        int j = (int) Math.floor(y);
        return i < 0 || j < 0 || i >= width || j >= height ? PAPER : grey[j * width + i] & 0xff;
    }

    /** Means of {@code fx} by {@code fy} pixels each; what is left over at the right and the bottom is lost. */
    Raster reduced(int fx, int fy) {
        return fx == 1 && fy == 1 ? this : BlockMeans.of(this, fx, fy);
    }

    /** The raster of that size whose pixels {@code toThis} maps onto this one; interpolated in 256ths of a pixel. */
    Raster warped(int w, int h, Affine toThis) {
        byte[] result = new byte[w * h];
        long stepX = fixed(toThis.xx());
        long stepY = fixed(toThis.yx());
        for (int y = 0; y < h; y++) {
            long px = fixed(toThis.x(0.5, y + 0.5) - 0.5);
            long py = fixed(toThis.y(0.5, y + 0.5) - 0.5);
            boolean inside = interior(px, py) && interior(px + (w - 1) * stepX, py + (w - 1) * stepY);
            for (int from = 0; from < w; from += STRETCH) {
                int to = Math.min(w, from + STRETCH);
                long fromX = px + from * stepX;
                long fromY = py + from * stepY;
                int last = to - 1 - from;
                if (inside && blank(fromX, fromY, fromX + last * stepX, fromY + last * stepY)) {
                    Arrays.fill(result, y * w + from, y * w + to, (byte) PAPER);
                    continue;
                }
                for (int x = from; x < to; x++) {
                    boolean between = inside || interior(fromX, fromY);
                    result[y * w + x] = (byte) (between ? bilinear(fromX, fromY) : nearest(fromX, fromY));
                    fromX += stepX;
                    fromY += stepY;
                }
            }
        }
        return new Raster(w, h, result);
    }

    /** A coordinate with 32 bits behind the point. */
    private static long fixed(double x) {
        return (long) Math.floor(x * (1L << 32));
    }

    /** Whether all is paper around a stretch from one point to another, as a few words of the page tell; false where it takes many. */
    private boolean blank(long fromX, long fromY, long toX, long toY) {
        int left = (int) (Math.min(fromX, toX) >> 32);
        int words = ((int) (Math.max(fromX, toX) >> 32) + 1 - left) / Long.BYTES + 1;
        int top = (int) (Math.min(fromY, toY) >> 32);
        int rows = (int) (Math.max(fromY, toY) >> 32) + 2 - top;
        return words * rows <= MOST_WORDS
                && left + words * Long.BYTES <= width
                && Words.paper(grey, top * width + left, width, rows, words);
    }

    /** Whether the point lies between the middles of four pixels. */
    private boolean interior(long x, long y) {
        return x >= 0 && y >= 0 && (x >> 32) + 1 < width && (y >> 32) + 1 < height;
    }

    private int nearest(long x, long y) {
        return at((x >> 24) / 256.0 + 0.5, (y >> 24) / 256.0 + 0.5);
    }

    private int bilinear(long x, long y) {
        int at = (int) (y >> 32) * width + (int) (x >> 32);
        int below = at + width;
        int fx = (int) (x >> 24) & 0xff;
        int fy = (int) (y >> 24) & 0xff;
        int upper = (grey[at] & 0xff) * (256 - fx) + (grey[at + 1] & 0xff) * fx;
        int lower = (grey[below] & 0xff) * (256 - fx) + (grey[below + 1] & 0xff) * fx;
        return (upper * (256 - fy) + lower * fy + 0x8000) >> 16;
    }
}
