package numeral.form;

import java.util.Arrays;

/**
 * A grey page: one unsigned byte a pixel, row by row, 0 = black, 255 = paper. Pixel {@code (i, j)} covers the square from {@code (i, j)} to
 * {@code (i + 1, j + 1)}.
 */
public record Raster(int width, int height, byte[] grey) {
    static final int PAPER = 255;

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
        if (fx == 1 && fy == 1) {
            return this;
        }
        int w = width / fx;
        int h = height / fy;
        byte[] means = new byte[w * h];
        int[] columns = new int[w * fx];
        for (int y = 0; y < h; y++) {
            Arrays.fill(columns, 0);
            for (int row = y * fy; row < (y + 1) * fy; row++) {
                int at = row * width;
                for (int x = 0; x < columns.length; x++) {
                    columns[x] += grey[at + x] & 0xff;
                }
            }
            for (int x = 0; x < w; x++) {
                int sum = 0;
                for (int i = x * fx; i < (x + 1) * fx; i++) {
                    sum += columns[i];
                }
                means[y * w + x] = (byte) (sum / (fx * fy));
            }
        }
        return new Raster(w, h, means);
    }

    /** The raster of that size whose pixels {@code toThis} maps onto this one; interpolated in 256ths of a pixel. */
    Raster warped(int w, int h, Affine toThis) {
        byte[] result = new byte[w * h];
        for (int y = 0; y < h; y++) {
            double px = toThis.x(0.5, y + 0.5) - 0.5;
            double py = toThis.y(0.5, y + 0.5) - 0.5;
            for (int x = 0; x < w; x++) {
                result[y * w + x] = (byte) bilinear(px + x * toThis.xx(), py + x * toThis.yx());
            }
        }
        return new Raster(w, h, result);
    }

    private int bilinear(double x, double y) {
        int fixedX = (int) (x * 256);
        int fixedY = (int) (y * 256);
        int i = fixedX >> 8;
        int j = fixedY >> 8;
        if (fixedX < 0 || fixedY < 0 || i + 1 >= width || j + 1 >= height) {
            return at(x + 0.5, y + 0.5);
        }
        int at = j * width + i;
        int below = at + width;
        if ((grey[at] & grey[at + 1] & grey[below] & grey[below + 1]) == (byte) PAPER) {
            return PAPER;
        }
        int fx = fixedX & 0xff;
        int fy = fixedY & 0xff;
        int upper = (grey[at] & 0xff) * (256 - fx) + (grey[at + 1] & 0xff) * fx;
        int lower = (grey[below] & 0xff) * (256 - fx) + (grey[below + 1] & 0xff) * fx;
        return (upper * (256 - fy) + lower * fy + 0x8000) >> 16;
    }
}
