package numeral.form;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A grey page: one unsigned byte a pixel, row by row, 0 = black, 255 = paper. Pixel {@code (i, j)} covers the square from {@code (i, j)} to
 * {@code (i + 1, j + 1)}.
 */
public record Raster(int width, int height, byte[] grey) {
    static final int PAPER = 255;
    /** Eight pixels at once. */
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
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
        for (int y = 0; y < h; y++) {
            double px = toThis.x(0.5, y + 0.5) - 0.5;
            double py = toThis.y(0.5, y + 0.5) - 0.5;
            boolean inside = interior(px, py) && interior(px + (w - 1) * toThis.xx(), py + (w - 1) * toThis.yx());
            for (int from = 0; from < w; from += STRETCH) {
                int to = Math.min(w, from + STRETCH);
                if (inside && blank(px, py, from, to - 1, toThis)) {
                    Arrays.fill(result, y * w + from, y * w + to, (byte) PAPER);
                    continue;
                }
                for (int x = from; x < to; x++) {
                    double atX = px + x * toThis.xx();
                    double atY = py + x * toThis.yx();
                    boolean between = inside || interior(atX, atY);
                    result[y * w + x] = (byte) (between ? bilinear(atX, atY) : at(atX + 0.5, atY + 0.5));
                }
            }
        }
        return new Raster(w, h, result);
    }

    /** Whether all is paper around a stretch of a warped row, as a few words of the page tell; false where it takes many. */
    private boolean blank(double px, double py, int first, int last, Affine toThis) {
        int x1 = (int) (px + first * toThis.xx());
        int x2 = (int) (px + last * toThis.xx());
        int y1 = (int) (py + first * toThis.yx());
        int y2 = (int) (py + last * toThis.yx());
        int fromX = Math.min(x1, x2);
        int words = (Math.abs(x1 - x2) + 1) / Long.BYTES + 1;
        int fromY = Math.min(y1, y2);
        int rows = Math.abs(y1 - y2) + 2;
        if (words * rows > MOST_WORDS || fromX + words * Long.BYTES > width) {
            return false;
        }
        long all = -1;
        for (int row = fromY; row < fromY + rows; row++) {
            for (int word = 0; word < words; word++) {
                all &= (long) WORDS.get(grey, row * width + fromX + word * Long.BYTES);
            }
        }
        return all == -1;
    }

    /** Whether the point lies between the middles of four pixels. */
    private boolean interior(double x, double y) {
        int fixedX = (int) (x * 256);
        int fixedY = (int) (y * 256);
        return fixedX >= 0 && fixedY >= 0 && (fixedX >> 8) + 1 < width && (fixedY >> 8) + 1 < height;
    }

    private int bilinear(double x, double y) {
        int fixedX = (int) (x * 256);
        int fixedY = (int) (y * 256);
        int at = (fixedY >> 8) * width + (fixedX >> 8);
        int below = at + width;
        int fx = fixedX & 0xff;
        int fy = fixedY & 0xff;
        int upper = (grey[at] & 0xff) * (256 - fx) + (grey[at + 1] & 0xff) * fx;
        int lower = (grey[below] & 0xff) * (256 - fx) + (grey[below + 1] & 0xff) * fx;
        return (upper * (256 - fy) + lower * fy + 0x8000) >> 16;
    }
}
