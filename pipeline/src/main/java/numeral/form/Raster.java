package numeral.form;

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
        ColumnSums columns = new ColumnSums(this);
        long area = (long) fx * fy;
        // Rounded up, so that the product ends just above the quotient: whole numbers below 2^48 / area come out exact.
        long reciprocal = (1L << 48) / area + 1;
        for (int y = 0; y < h; y++) {
            int[] sums = columns.of(y * fy, fy);
            int from = 0;
            for (int x = 0; x < w; x++) {
                long sum = 0;
                for (int i = 0; i < fx; i++) {
                    sum += sums[from++];
                }
                means[y * w + x] = (byte) (sum * reciprocal >>> 48);
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
            boolean inside = interior(px, py) && interior(px + (w - 1) * toThis.xx(), py + (w - 1) * toThis.yx());
            for (int x = 0; x < w; x++) {
                double atX = px + x * toThis.xx();
                double atY = py + x * toThis.yx();
                boolean between = inside || interior(atX, atY);
                result[y * w + x] = (byte) (between ? bilinear(atX, atY) : at(atX + 0.5, atY + 0.5));
            }
        }
        return new Raster(w, h, result);
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
