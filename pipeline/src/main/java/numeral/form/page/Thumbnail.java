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
    /** No shade has to be evened out on a page without grey: what has a good sixth of ink is ink. */
    private static final int LEVEL = 212;

    /** Reduces a page that shows {@code widthMm} by {@code heightMm}. */
    public static Thumbnail of(Page page, double widthMm, double heightMm) {
        Raster grey = reduced(page, widthMm, heightMm);
        int windowPx = (int) (WINDOW_MM * grey.width() / widthMm);
        return new Thumbnail(page, grey, Sauvola.ink(grey, windowPx, K), widthMm, heightMm);
    }

    /** The same for a search of filled marks, which black margins do not mislead: faster where the page has no grey. */
    public static Thumbnail forMarks(Page page, double widthMm, double heightMm) {
        if (!page.bilevel()) {
            return of(page, widthMm, heightMm);
        }
        Raster grey = reduced(page, widthMm, heightMm);
        return new Thumbnail(page, grey, Bitmap.darker(grey, LEVEL), widthMm, heightMm);
    }

    private Thumbnail(Page page, Raster grey, Bitmap ink, double widthMm, double heightMm) {
        this(
                grey,
                ink,
                factor(page.width(), widthMm),
                factor(page.height(), heightMm),
                grey.width() / widthMm,
                grey.height() / heightMm);
    }

    private static Raster reduced(Page page, double widthMm, double heightMm) {
        return page.reduced(factor(page.width(), widthMm), factor(page.height(), heightMm));
    }

    private static int factor(int px, double mm) {
        return Math.max(1, Math.min(px, (int) (TOLERANCE * px / (mm * AIM_PER_MM))));
    }

    /** From thumbnail pixels to page pixels. */
    public Affine toPage() {
        return Affine.scale(fx, fy);
    }
}
