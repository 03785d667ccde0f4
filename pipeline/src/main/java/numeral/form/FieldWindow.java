package numeral.form;

import numeral.form.page.Affine;
import numeral.form.page.Bitmap;
import numeral.form.page.Box;
import numeral.form.page.Page;
import numeral.form.page.Raster;
import numeral.form.page.Sauvola;

/**
 * One field cut out of the page, upright and in template millimetres, with a margin for digits that leave their box.
 *
 * @param xMm left edge of the window
 * @param yMm top edge of the window
 * @param scale window pixels to one millimetre
 */
record FieldWindow(Bitmap ink, double xMm, double yMm, double scale) {
    private static final double MARGIN_MM = 2;
    private static final double MARGIN_SHARE = 0.25;
    /** Sauvola's window: about 0.6 digit heights, a digit being about 0.65 of its box. */
    private static final double WINDOW_SHARE = 0.4;

    /** Resamples the field once, from the original pixels. */
    static FieldWindow cut(Page page, boolean bilevel, Box fieldMm, Affine mmToPx, double scale, double k) {
        double margin = Math.min(MARGIN_MM, MARGIN_SHARE * fieldMm.h());
        double xMm = fieldMm.x() - margin;
        double yMm = fieldMm.y() - margin;
        int width = (int) Math.ceil((fieldMm.w() + 2 * margin) * scale);
        int height = (int) Math.ceil((fieldMm.h() + 2 * margin) * scale);
        Affine toPage = toPage(xMm, yMm, scale, mmToPx);
        int windowPx = (int) (WINDOW_SHARE * fieldMm.h() * scale);
        Bitmap ink = bilevel
                ? page.inked(width, height, toPage)
                : Sauvola.ink(page.warped(width, height, toPage), windowPx, k);
        return new FieldWindow(ink, xMm, yMm, scale);
    }

    private static Affine toPage(double xMm, double yMm, double scale, Affine mmToPx) {
        return Affine.scale(1 / scale, 1 / scale)
                .then(new Affine(1, 0, xMm, 0, 1, yMm))
                .then(mmToPx);
    }

    /** The grey of another view of the same page. */
    Raster grey(Page page, Affine mmToPx) {
        return page.warped(ink.width(), ink.height(), toPage(xMm, yMm, scale, mmToPx));
    }

    double xPx(double mm) {
        return (mm - xMm) * scale;
    }

    double yPx(double mm) {
        return (mm - yMm) * scale;
    }

    /** Window pixels as a box in template millimetres; the right and bottom edges are the last pixel's. */
    Box boxMm(int left, int top, int right, int bottom) {
        return new Box(xMm + left / scale, yMm + top / scale, (right - left + 1) / scale, (bottom - top + 1) / scale);
    }

    double mm2(long pixels) {
        return pixels / (scale * scale);
    }
}
