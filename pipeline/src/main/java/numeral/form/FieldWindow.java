package numeral.form;

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
    static FieldWindow cut(Raster page, boolean bilevel, Box fieldMm, Affine mmToPx, double scale, double k) {
        double margin = Math.min(MARGIN_MM, MARGIN_SHARE * fieldMm.h());
        double xMm = fieldMm.x() - margin;
        double yMm = fieldMm.y() - margin;
        int width = (int) Math.ceil((fieldMm.w() + 2 * margin) * scale);
        int height = (int) Math.ceil((fieldMm.h() + 2 * margin) * scale);
        Affine toPage = Affine.scale(1 / scale, 1 / scale)
                .then(new Affine(1, 0, xMm, 0, 1, yMm))
                .then(mmToPx);
        byte[] grey = new byte[width * height];
        for (int y = 0; y < height; y++) {
            double px = toPage.x(0.5, y + 0.5) - 0.5;
            double py = toPage.y(0.5, y + 0.5) - 0.5;
            for (int x = 0; x < width; x++) {
                grey[y * width + x] = (byte) bilinear(page, px + x * toPage.xx(), py + x * toPage.yx());
            }
        }
        Raster raster = new Raster(width, height, grey);
        int windowPx = (int) (WINDOW_SHARE * fieldMm.h() * scale);
        Bitmap ink = bilevel ? Binariser.atMiddle(raster) : Binariser.sauvola(raster, windowPx, k);
        return new FieldWindow(ink, xMm, yMm, scale);
    }

    /** Interpolates in 256ths of a pixel. */
    private static int bilinear(Raster page, double x, double y) {
        int fixedX = (int) (x * 256);
        int fixedY = (int) (y * 256);
        int i = fixedX >> 8;
        int j = fixedY >> 8;
        if (fixedX < 0 || fixedY < 0 || i + 1 >= page.width() || j + 1 >= page.height()) {
            return page.at(x + 0.5, y + 0.5);
        }
        int fx = fixedX & 0xff;
        int fy = fixedY & 0xff;
        byte[] grey = page.grey();
        int at = j * page.width() + i;
        int below = at + page.width();
        int upper = (grey[at] & 0xff) * (256 - fx) + (grey[at + 1] & 0xff) * fx;
        int lower = (grey[below] & 0xff) * (256 - fx) + (grey[below + 1] & 0xff) * fx;
        return (upper * (256 - fy) + lower * fy + 0x8000) >> 16;
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
