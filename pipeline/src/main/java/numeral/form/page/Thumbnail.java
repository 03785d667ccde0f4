package numeral.form.page;

/**
 * A page reduced to 100 to 200 dots per inch on both axes, ink told from paper.
 *
 * @param fx page pixels to one thumbnail pixel, across
 * @param fy page pixels to one thumbnail pixel, down
 * @param xPerMm thumbnail pixels to one millimetre, across, if the page shows the whole form and no more
 * @param yPerMm the same, down
 */
public record Thumbnail(Raster grey, Bitmap ink, int fx, int fy, double xPerMm, double yPerMm) {
    private static final double AIM_PER_MM = 100 / 25.4;

    /** A page of just under twice that resolution is halved. */
    private static final double TOLERANCE = 1.05;

    /** Wide enough that a filled mark of some millimetres does not become hollow. */
    private static final double WINDOW_MM = 20;

    private static final double K = 0.2;
    /** Of a page without grey no shade has to be evened out: what has a good sixth of ink is ink, about where the others come to among text. */
    private static final int LEVEL = 212;

    /** Reduces a page that shows {@code widthMm} by {@code heightMm}. */
    public static Thumbnail of(Page page, double widthMm, double heightMm) {
        int fx = factor(page.width(), widthMm);
        int fy = factor(page.height(), heightMm);
        Raster grey = page.reduced(fx, fy);
        int width = grey.width();
        int height = grey.height();
        Bitmap ink =
                page.bilevel() ? Bitmap.darker(grey, LEVEL) : Sauvola.ink(grey, (int) (WINDOW_MM * width / widthMm), K);
        return new Thumbnail(grey, ink, fx, fy, width / widthMm, height / heightMm);
    }

    private static int factor(int px, double mm) {
        return Math.max(1, Math.min(px, (int) (TOLERANCE * px / (mm * AIM_PER_MM))));
    }

    /** From thumbnail pixels to page pixels. */
    public Affine toPage() {
        return Affine.scale(fx, fy);
    }
}
