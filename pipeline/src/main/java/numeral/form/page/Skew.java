package numeral.form.page;

import java.util.Arrays;

/** Finds by how much the lines and text of a page lean, from the sharpness of its row and column profiles. */
public final class Skew {
    private static final double COARSE_DEG = 0.5;
    private static final double FINE_DEG = 0.05;
    /** Ink points beyond this many add nothing but time. */
    private static final int ENOUGH = 30_000;

    private Skew() {}

    /** Clockwise angle in radians, between plus and minus {@code reachDeg}. */
    public static double radians(Bitmap ink, double reachDeg) {
        int[] upper = edges(ink, true);
        int[] left = edges(ink, false);
        double best = best(ink, upper, left, 0, reachDeg, COARSE_DEG);
        return Math.toRadians(best(ink, upper, left, best, COARSE_DEG, FINE_DEG));
    }

    private static double best(Bitmap ink, int[] upper, int[] left, double middleDeg, double reachDeg, double stepDeg) {
        double best = middleDeg;
        double sharpest = -1;
        int steps = (int) Math.ceil(reachDeg / stepDeg);
        int[] profile = new int[ink.width() + ink.height() + 2];
        for (int i = -steps; i <= steps; i++) {
            double degrees = middleDeg + i * stepDeg;
            double lean = Math.tan(Math.toRadians(degrees));
            double sharpness = sharpness(upper, ink.width(), lean, profile, stepDeg)
                    + sharpness(left, ink.height(), -lean, profile, stepDeg);
            if (sharpness > sharpest) {
                sharpest = sharpness;
                best = degrees;
            }
        }
        return best;
    }

    /** Pixels of ink with paper above them, or else left of them, as pairs of their places along and across the lines. */
    private static int[] edges(Bitmap ink, boolean horizontal) {
        int width = ink.width();
        int before = horizontal ? width : 1;
        int[] found = new int[1024];
        int count = 0;
        for (int y = 1; y < ink.height(); y++) {
            for (int x = 1; x < width; x++) {
                int at = y * width + x;
                if (ink.ink()[at] != 0 && ink.ink()[at - before] == 0) {
                    if (count == found.length) {
                        found = Arrays.copyOf(found, 2 * count);
                    }
                    found[count++] = horizontal ? x : y;
                    found[count++] = horizontal ? y : x;
                }
            }
        }
        int stride = 1 + count / (2 * ENOUGH);
        int[] kept = new int[count / 2 / stride * 2];
        for (int i = 0; i < kept.length; i += 2) {
            kept[i] = found[i * stride];
            kept[i + 1] = found[i * stride + 1];
        }
        return kept;
    }

    /** Sharpness of the profile across lines that lean by {@code lean}; points are pairs of along and across. */
    private static double sharpness(int[] points, int longest, double lean, int[] profile, double stepDeg) {
        Arrays.fill(profile, 0);
        double scale = binScale(stepDeg);
        double shift = longest * Math.abs(lean);
        for (int i = 0; i < points.length; i += 2) {
            int bin = (int) ((points[i + 1] - points[i] * lean + shift) * scale);
            profile[Math.min(bin, profile.length - 1)]++;
        }
        return squares(profile);
    }

    /** Coarse steps need wider bins, or a line between two angles would be lost. */
    private static double binScale(double stepDeg) {
        return stepDeg >= COARSE_DEG ? 0.25 : 1;
    }

    private static double squares(int[] profile) {
        double sum = 0;
        for (int count : profile) {
            sum += (double) count * count;
        }
        return sum;
    }
}
