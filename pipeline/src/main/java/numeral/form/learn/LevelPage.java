package numeral.form.learn;

import numeral.form.page.Affine;
import numeral.form.page.Outlines;
import numeral.form.page.Page;
import numeral.form.page.Raster;
import numeral.form.page.Skew;
import numeral.form.page.Thumbnail;

/**
 * A page turned level at a resolution that suits the search for lines, the same on both axes.
 *
 * @param mmToPage from millimetres on the level page to pixels of the page as scanned
 */
record LevelPage(Raster grey, double pxPerMm, Affine mmToPage) {
    private static final double FINEST = 8;
    /** Below this the lines of a box come too close to each other, and pixels are halved. */
    private static final double COARSE = 5;

    private static final double MAX_SKEW_DEG = 10;

    /** Levels a page that is {@code widthMm} by {@code heightMm} on paper. */
    static LevelPage of(Page page, double widthMm, double heightMm) {
        double xScale = page.width() / widthMm;
        double yScale = page.height() / heightMm;
        Thumbnail thumbnail = Thumbnail.of(page, widthMm, heightMm);
        double skew = Skew.radians(thumbnail.ink(), MAX_SKEW_DEG);
        double scanned = Math.max(xScale, yScale);
        double pxPerMm = Math.min(FINEST, scanned < COARSE ? 2 * scanned : scanned);
        Affine mmToPage = new Affine(1, 0, -widthMm / 2, 0, 1, -heightMm / 2)
                .then(Affine.rotation(skew))
                .then(new Affine(1, 0, widthMm / 2, 0, 1, heightMm / 2))
                .then(Affine.scale(xScale, yScale));
        int fx = Math.max(1, (int) (xScale / pxPerMm));
        int fy = Math.max(1, (int) (yScale / pxPerMm));
        Affine toReduced = Affine.scale(1 / pxPerMm, 1 / pxPerMm).then(mmToPage).then(Affine.scale(1.0 / fx, 1.0 / fy));
        Raster level = page.reduced(fx, fy)
                .warped((int) Math.round(widthMm * pxPerMm), (int) Math.round(heightMm * pxPerMm), toReduced);
        return new LevelPage(level, pxPerMm, mmToPage);
    }

    /** By the outlines of what is tinted on it. */
    LevelPage outlined() {
        return new LevelPage(Outlines.of(grey, pxPerMm), pxPerMm, mmToPage);
    }
}
