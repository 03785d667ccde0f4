package numeral.form;

/** Points evenly along a stretch of a line, relative to its beginning, where a page's darkness is looked up. */
final class Samples {
    private final double[] xs;
    private final double[] ys;

    /**
     * Points along {@code length} times the vector {@code (dx, dy)}.
     *
     * @param count of points, at least one
     */
    Samples(double dx, double dy, double length, int count) {
        xs = new double[count];
        ys = new double[count];
        for (int i = 0; i < count; i++) {
            double along = length * (i + 0.5) / count;
            xs[i] = dx * along;
            ys[i] = dy * along;
        }
    }

    /** Mean darkness, 0 to 255, of the page at the points of the stretch that begins there. */
    double darkness(Raster page, double x, double y) {
        int last = xs.length - 1;
        boolean inside = inside(page, x + xs[0], y + ys[0]) && inside(page, x + xs[last], y + ys[last]);
        int grey = 0;
        if (inside) {
            byte[] pixels = page.grey();
            int width = page.width();
            for (int i = 0; i < xs.length; i++) {
                grey += pixels[(int) (y + ys[i]) * width + (int) (x + xs[i])] & 0xff;
            }
        } else {
            for (int i = 0; i < xs.length; i++) {
                grey += page.at(x + xs[i], y + ys[i]);
            }
        }
        return (double) (Raster.PAPER * xs.length - grey) / xs.length;
    }

    private static boolean inside(Raster page, double x, double y) {
        return x >= 0 && y >= 0 && x < page.width() && y < page.height();
    }
}
