package numeral.form;

import java.util.Arrays;

/**
 * A page reduced to about 100 dots per inch on both axes, ink told from paper.
 *
 * @param fx page pixels to one thumbnail pixel, across
 * @param fy page pixels to one thumbnail pixel, down
 * @param xPerMm thumbnail pixels to one millimetre, across, if the page shows the whole form and no more
 * @param yPerMm the same, down
 */
record Thumbnail(Bitmap ink, int fx, int fy, double xPerMm, double yPerMm) {
    private static final double AIM_PER_MM = 100 / 25.4;

    /** Wide enough that a filled mark of some millimetres does not become hollow. */
    private static final double WINDOW_MM = 20;

    private static final double K = 0.2;

    /** Reduces a page that shows {@code widthMm} by {@code heightMm}. */
    static Thumbnail of(Raster page, double widthMm, double heightMm) {
        int fx = factor(page.width(), widthMm);
        int fy = factor(page.height(), heightMm);
        int width = Math.max(1, page.width() / fx);
        int height = Math.max(1, page.height() / fy);
        byte[] grey = new byte[width * height];
        int[] sums = new int[width];
        for (int y = 0; y < height; y++) {
            Arrays.fill(sums, 0);
            for (int row = y * fy; row < (y + 1) * fy && row < page.height(); row++) {
                int at = row * page.width();
                for (int x = 0; x < width; x++) {
                    int sum = 0;
                    for (int end = at + Math.min(fx, page.width()); at < end; at++) {
                        sum += page.grey()[at] & 0xff;
                    }
                    sums[x] += sum;
                }
            }
            for (int x = 0; x < width; x++) {
                grey[y * width + x] = (byte) (sums[x] / (fx * fy));
            }
        }
        int windowPx = (int) (WINDOW_MM * width / widthMm);
        Bitmap ink = Binariser.sauvola(new Raster(width, height, grey), windowPx, K);
        return new Thumbnail(ink, fx, fy, width / widthMm, height / heightMm);
    }

    private static int factor(int px, double mm) {
        return Math.max(1, (int) Math.round(px / (mm * AIM_PER_MM)));
    }

    Affine toPage() {
        return Affine.scale(fx, fy);
    }
}
