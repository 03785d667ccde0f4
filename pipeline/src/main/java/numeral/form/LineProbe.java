package numeral.form;

/** Measures where a printed line really runs, by dark profiles across it on the full page. */
final class LineProbe {
    private static final double STRETCH_MM = 2;
    private static final double FAINTEST = 40;
    private static final double THICKEST_MM = 0.8;
    /** One sample in so many pixels tells a whole line from none. */
    private static final double SPARSE_PX = 3;

    private final Raster page;
    private final double lineMm;

    LineProbe(Raster page, double lineMm) {
        this.page = page;
        this.lineMm = lineMm;
    }

    /** How many places of a line were looked at, and at how many it was there. */
    record Tally(int asked, int seen) {
        static final Tally NONE = new Tally(0, 0);

        Tally plus(Tally other) {
            return new Tally(asked + other.asked, seen + other.seen);
        }

        double share() {
            return asked == 0 ? 0 : (double) seen / asked;
        }
    }

    /** Looks for the line around where {@code map} puts it and tells {@code fit} every place where it is. */
    Tally observe(Registration.Line line, Affine map, double reachMm, double stepMm, AffineFit fit) {
        double dx = line.x2Mm() - line.x1Mm();
        double dy = line.y2Mm() - line.y1Mm();
        double tx = map.xx() * dx + map.xy() * dy;
        double ty = map.yx() * dx + map.yy() * dy;
        double lengthPx = Math.hypot(tx, ty);
        tx /= lengthPx;
        ty /= lengthPx;
        double nx = -ty;
        double ny = tx;
        double pxPerMm = map.scaleAlong(nx, ny);
        double stretchPx = Math.min(STRETCH_MM * lengthPx / line.lengthMm(), lengthPx / 2);
        Samples stretch = new Samples(tx, ty, stretchPx, Math.max(4, (int) (stretchPx / 2)));
        int places = Math.max(2, (int) Math.round(line.lengthMm() / stepMm));
        int seen = 0;
        for (int i = 0; i < places; i++) {
            double part = (i + 0.5) / places;
            double xMm = line.x1Mm() + part * dx;
            double yMm = line.y1Mm() + part * dy;
            double x = map.x(xMm, yMm);
            double y = map.y(xMm, yMm);
            double offset = offset(x, y, tx, ty, stretchPx, stretch, reachMm * pxPerMm, lineMm * pxPerMm);
            if (!Double.isNaN(offset)) {
                seen++;
                fit.line(xMm, yMm, x + offset * nx, y + offset * ny, nx, ny);
            }
        }
        return new Tally(places, seen);
    }

    /**
     * Darkness around a whole line, from {@code -reachPx} to {@code reachPx} along its normal, which is the direction of its own run turned
     * clockwise.
     */
    double[] profile(Registration.Line line, Affine map, int reachPx) {
        double x1 = map.x(line.x1Mm(), line.y1Mm());
        double y1 = map.y(line.x1Mm(), line.y1Mm());
        double dx = map.x(line.x2Mm(), line.y2Mm()) - x1;
        double dy = map.y(line.x2Mm(), line.y2Mm()) - y1;
        double lengthPx = Math.hypot(dx, dy);
        Samples whole = new Samples(dx, dy, 1, Math.max(4, (int) (lengthPx / SPARSE_PX)));
        double[] dark = new double[2 * reachPx + 1];
        for (int k = 0; k < dark.length; k++) {
            double px = x1 - dy / lengthPx * (k - reachPx);
            double py = y1 + dx / lengthPx * (k - reachPx);
            dark[k] = whole.darkness(page, px, py);
        }
        return dark;
    }

    /** Distance in pixels along the normal {@code (-ty, tx)} from the point to the middle of the line; NaN where there is none. */
    private double offset(
            double x,
            double y,
            double tx,
            double ty,
            double stretchPx,
            Samples stretch,
            double reachPx,
            double linePx) {
        int reach = (int) Math.ceil(reachPx);
        double[] dark = new double[2 * reach + 1];
        double darkest = 0;
        double lightest = Raster.PAPER;
        for (int k = 0; k < dark.length; k++) {
            double px = x - ty * (k - reach) - tx * stretchPx / 2;
            double py = y + tx * (k - reach) - ty * stretchPx / 2;
            dark[k] = stretch.darkness(page, px, py);
            darkest = Math.max(darkest, dark[k]);
            lightest = Math.min(lightest, dark[k]);
        }
        if (darkest - lightest < FAINTEST) {
            return Double.NaN;
        }
        return middleOfLine(dark, lightest, darkest, reach, linePx);
    }

    /** Thickness of a line that lies where the map puts it: its darkness over its sides, as if it were as dark as its middle all over; 0 where there is none. */
    double thicknessMm(Registration.Line line, Affine map) {
        double pxPerMm = map.scale();
        int side = (int) Math.ceil(THICKEST_MM * pxPerMm);
        double[] dark = profile(line, map, side);
        double ground = Math.max(dark[0], dark[dark.length - 1]);
        double peak = 0;
        double sum = 0;
        for (double value : dark) {
            peak = Math.max(peak, value - ground);
            sum += Math.max(0, value - ground);
        }
        return peak < FAINTEST / 2 ? 0 : sum / peak / pxPerMm;
    }

    /** Among the dark runs that are no thicker than a line, takes the darkest, nearer ones first. */
    private static double middleOfLine(double[] dark, double lightest, double darkest, int reach, double linePx) {
        double threshold = (lightest + darkest) / 2;
        double thickest = Math.max(3 * linePx, linePx + 4);
        double best = Double.NaN;
        double bestScore = Double.NEGATIVE_INFINITY;
        int start = -1;
        for (int k = 0; k <= dark.length; k++) {
            boolean in = k < dark.length && dark[k] > threshold;
            if (in && start < 0) {
                start = k;
            } else if (!in && start >= 0) {
                boolean whole = start > 0 && k < dark.length;
                if (whole && k - start <= thickest) {
                    double weight = 0;
                    double moment = 0;
                    double peak = 0;
                    for (int i = start; i < k; i++) {
                        double w = dark[i] - threshold;
                        weight += w;
                        moment += w * (i - reach);
                        peak = Math.max(peak, dark[i]);
                    }
                    double middle = moment / weight;
                    double score = (peak - lightest) / (darkest - lightest) - 0.3 * Math.abs(middle) / reach;
                    if (score > bestScore) {
                        bestScore = score;
                        best = middle;
                    }
                }
                start = -1;
            }
        }
        return best;
    }
}
