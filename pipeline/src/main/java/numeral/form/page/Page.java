package numeral.form.page;

/** A scanned page, however its pixels are kept. Pixel {@code (i, j)} covers the square from {@code (i, j)} to {@code (i + 1, j + 1)}; 0 = black, 255 = paper. */
public sealed interface Page permits Raster, BilevelPage {
    /** Grey value of paper. */
    int PAPER = 255;

    /** In pixels. */
    int width();

    /** In pixels. */
    int height();

    /** Whether there is next to nothing but black and paper. */
    boolean bilevel();

    /** Grey value of a pixel of the page. */
    int grey(int column, int row);

    /** Grey value of the pixel that holds the point; paper outside the page. */
    default int at(double x, double y) {
        int column = (int) Math.floor(x);
        int row = (int) Math.floor(y);
        return column < 0 || row < 0 || column >= width() || row >= height() ? PAPER : grey(column, row);
    }

    /** Means of {@code fx} by {@code fy} pixels each; what is left over at the right and the bottom is lost. */
    Raster reduced(int fx, int fy);

    /**
     * Adds up grey values over points: {@code sums[k]} becomes that of the pixels {@code k - reach} steps beside the points, {@code reach} being
     * half the length of {@code sums}. Outside the page is paper.
     *
     * @param columns of the points
     * @param rows of the points
     * @param stepX -1, 0 or 1
     * @param stepY the same; one of the two is 0 and the other is not
     */
    void sumBeside(int[] columns, int[] rows, int stepX, int stepY, int[] sums);

    /**
     * Whether all is paper from one pixel of the page to another; false also where it would take long to know.
     *
     * @param right not the last column
     * @param bottom not the last row
     */
    boolean paper(int left, int top, int right, int bottom);

    /**
     * Interpolates grey values in 256ths of a pixel at points each a step from the one before; all of them lie between the middles of four pixels.
     *
     * @param x of the first point, counted from the middle of the first pixel, with 32 bits behind the point, as are the others
     * @param grey filled from {@code from} to {@code to}
     */
    void interpolate(long x, long y, long stepX, long stepY, byte[] grey, int from, int to);

    /** The raster of that size whose pixels {@code toThis} maps onto this page; interpolated in 256ths of a pixel. */
    default Raster warped(int w, int h, Affine toThis) {
        return new Warping(this, toThis).raster(w, h);
    }

    /** The ink of {@link #warped}: what is darker there than the middle of the grey scale. */
    default Bitmap inked(int w, int h, Affine toThis) {
        return Bitmap.dark(warped(w, h, toThis));
    }
}
