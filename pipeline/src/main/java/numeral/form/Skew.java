package numeral.form;

import java.util.Arrays;

/** Finds by how much the lines and text of a page lean, from the sharpness of its row and column profiles. */
final class Skew {
    private static final double COARSE_DEG = 0.5;
    private static final double FINE_DEG = 0.05;
    /** Ink points beyond this many add nothing but time. */
    private static final int ENOUGH = 60_000;

    private Skew() {}

    /** Clockwise angle in radians, between plus and minus {@code reachDeg}. */
    static double radians(Bitmap ink, double reachDeg) {
        int[] upper = edges(ink, 0, -1);
        int[] left = edges(ink, -1, 0);
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
            double sharpness = rowSharpness(upper, ink, lean, profile, stepDeg)
                    + columnSharpness(left, ink, lean, profile, stepDeg);
            if (sharpness > sharpest) {
                sharpest = sharpness;
                best = degrees;
            }
        }
        return best;
    }

    /** Pixels of ink whose neighbour in the given direction is paper. */
    private static int[] edges(Bitmap ink, int dx, int dy) {
        int[] found = new int[1024];
        int count = 0;
        for (int y = 1; y < ink.height(); y++) {
            for (int x = 1; x < ink.width(); x++) {
                int at = y * ink.width() + x;
                if (ink.ink()[at] != 0 && ink.ink()[at + dy * ink.width() + dx] == 0) {
                    if (count == found.length) {
                        found = Arrays.copyOf(found, 2 * count);
                    }
                    found[count++] = at;
                }
            }
        }
        int stride = 1 + count / ENOUGH;
        int[] kept = new int[count / stride];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = found[i * stride];
        }
        return kept;
    }

    private static double rowSharpness(int[] points, Bitmap ink, double lean, int[] profile, double stepDeg) {
        Arrays.fill(profile, 0);
        double scale = binScale(stepDeg);
        double shift = ink.width() * Math.abs(lean);
        for (int at : points) {
            int x = at % ink.width();
            int y = at / ink.width();
            int bin = (int) ((y - x * lean + shift) * scale);
            profile[Math.min(bin, profile.length - 1)]++;
        }
        return squares(profile);
    }

    private static double columnSharpness(int[] points, Bitmap ink, double lean, int[] profile, double stepDeg) {
        Arrays.fill(profile, 0);
        double scale = binScale(stepDeg);
        double shift = ink.height() * Math.abs(lean);
        for (int at : points) {
            int x = at % ink.width();
            int y = at / ink.width();
            int bin = (int) ((x + y * lean + shift) * scale);
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
