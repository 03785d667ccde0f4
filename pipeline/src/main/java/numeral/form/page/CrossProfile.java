package numeral.form.page;

/** How dark a page is along the parallels of a straight stretch. */
public final class CrossProfile {
    private CrossProfile() {}

    /**
     * Mean darkness, 0 to 255, at points evenly along the stretch from {@code (x, y)} to {@code (x + dx, y + dy)} and along its parallels up
     * to {@code reachPx} pixels beside it. Parallels lie a pixel apart along the axis that is nearer to the stretch's normal, its direction
     * turned clockwise; the last entry is that of the farthest one in this direction. Outside the page is paper.
     *
     * @param points looked at along each, at least one
     */
    public static double[] of(Page page, double x, double y, double dx, double dy, int points, int reachPx) {
        boolean flat = Math.abs(dx) >= Math.abs(dy);
        int stepX = flat ? 0 : dy >= 0 ? -1 : 1;
        int stepY = !flat ? 0 : dx >= 0 ? 1 : -1;
        int[] columns = new int[points];
        int[] rows = new int[points];
        double columnStep = dx / points;
        double rowStep = dy / points;
        for (int i = 0; i < points; i++) {
            columns[i] = (int) Math.floor(x + (i + 0.5) * columnStep);
            rows[i] = (int) Math.floor(y + (i + 0.5) * rowStep);
        }
        int[] grey = new int[2 * reachPx + 1];
        page.sumBeside(columns, rows, stepX, stepY, grey);
        double[] dark = new double[grey.length];
        for (int k = 0; k < dark.length; k++) {
            dark[k] = Page.PAPER - (double) grey[k] / points;
        }
        return dark;
    }
}
