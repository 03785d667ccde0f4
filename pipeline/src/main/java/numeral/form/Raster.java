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
}
