package numeral.form;

import numeral.form.page.Affine;
import numeral.form.page.AffineFit;
import numeral.form.page.CrossProfile;
import numeral.form.page.Page;

/** Measures where a printed line really runs, by dark profiles across it on the full page. */
public final class LineProbe {
    private static final double STRETCH_MM = 2;
    private static final double FAINTEST = 40;
    private static final double THICKEST_MM = 0.8;
    /** One sample in so many pixels tells a whole line from none. */
    private static final double SPARSE_PX = 3;

    private final Page page;
    private final double lineMm;

    /** Looks for lines about that thick. */
    public LineProbe(Page page, double lineMm) {
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
        int points = Math.max(4, (int) (stretchPx / 2));
        int reachPx = (int) Math.ceil(reachMm * pxPerMm);
        int places = Math.max(2, (int) Math.round(line.lengthMm() / stepMm));
        int seen = 0;
        for (int i = 0; i < places; i++) {
            double part = (i + 0.5) / places;
            double xMm = line.x1Mm() + part * dx;
            double yMm = line.y1Mm() + part * dy;
            double x = map.x(xMm, yMm);
            double y = map.y(xMm, yMm);
            double[] dark = CrossProfile.of(
                    page,
                    x - tx * stretchPx / 2,
                    y - ty * stretchPx / 2,
                    tx * stretchPx,
                    ty * stretchPx,
                    points,
                    reachPx);
            double offset = middleOfLine(dark, reachPx, lineMm * pxPerMm);
            if (!Double.isNaN(offset)) {
                seen++;
                fit.line(xMm, yMm, x + offset * nx, y + offset * ny, nx, ny);
            }
        }
        return new Tally(places, seen);
    }

    /** Darkness around a whole line, from {@code -reachPx} to {@code reachPx}, as {@link CrossProfile} has it. */
    double[] profile(Registration.Line line, Affine map, int reachPx) {
        double x1 = map.x(line.x1Mm(), line.y1Mm());
        double y1 = map.y(line.x1Mm(), line.y1Mm());
        double dx = map.x(line.x2Mm(), line.y2Mm()) - x1;
        double dy = map.y(line.x2Mm(), line.y2Mm()) - y1;
        int points = Math.max(4, (int) (Math.hypot(dx, dy) / SPARSE_PX));
        return CrossProfile.of(page, x1, y1, dx, dy, points, reachPx);
    }

    /** Thickness of a line that lies where the map puts it: its darkness over its sides, as if it were as dark as its middle all over; 0 where there is none. */
    public double thicknessMm(Registration.Line line, Affine map) {
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

    /** Place of the line in a profile, 0 in its middle: of the dark runs that are no thicker than a line the darkest, nearer ones first; NaN where there is none. */
    private static double middleOfLine(double[] dark, int reach, double linePx) {
        double darkest = 0;
        double lightest = Page.PAPER;
        for (double value : dark) {
            darkest = Math.max(darkest, value);
            lightest = Math.min(lightest, value);
        }
        if (darkest - lightest < FAINTEST) {
            return Double.NaN;
        }
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
