package numeral.form;

/** How dark a page is along the parallels of a straight stretch. */
final class CrossProfile {
    private CrossProfile() {}

    /**
     * Mean darkness, 0 to 255, at points evenly along the stretch from {@code (x, y)} to {@code (x + dx, y + dy)} and along its parallels up
     * to {@code reachPx} pixels beside it. Parallels lie a pixel apart along the axis that is nearer to the stretch's normal, its direction
     * turned clockwise; the last entry is that of the farthest one in this direction. Outside the page is paper.
     *
     * @param points looked at along each, at least one
     */
    static double[] of(Raster page, double x, double y, double dx, double dy, int points, int reachPx) {
        boolean flat = Math.abs(dx) >= Math.abs(dy);
        int stepX = flat ? 0 : dy >= 0 ? -1 : 1;
        int stepY = !flat ? 0 : dx >= 0 ? 1 : -1;
        int[] grey = new int[2 * reachPx + 1];
        for (int i = 0; i < points; i++) {
            double along = (i + 0.5) / points;
            int column = (int) Math.floor(x + dx * along);
            int row = (int) Math.floor(y + dy * along);
            if (inside(page, column - reachPx * stepX, row - reachPx * stepY)
                    && inside(page, column + reachPx * stepX, row + reachPx * stepY)) {
                int step = stepY * page.width() + stepX;
                add(page.grey(), row * page.width() + column - reachPx * step, step, grey);
            } else {
                for (int k = 0; k < grey.length; k++) {
                    grey[k] += page.at(column + (k - reachPx) * stepX, row + (k - reachPx) * stepY);
                }
            }
        }
        double[] dark = new double[grey.length];
        for (int k = 0; k < dark.length; k++) {
            dark[k] = Raster.PAPER - (double) grey[k] / points;
        }
        return dark;
    }

    private static void add(byte[] pixels, int from, int step, int[] sums) {
        int at = from;
        for (int k = 0; k < sums.length; k++) {
            sums[k] += pixels[at] & 0xff;
            at += step;
        }
    }

    private static boolean inside(Raster page, int column, int row) {
        return column >= 0 && row >= 0 && column < page.width() && row < page.height();
    }
}
