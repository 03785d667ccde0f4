package numeral.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import numeral.form.page.Page;
import numeral.form.page.Raster;

/**
 * Parts ink from tint along the borders of boxes that are white on a tint. An outline there looks like a stroke, but the pen is darker than
 * the tint, so that a stroke on the border stays whole, as it does where a scanner drops a colour out.
 */
final class TintBorder {
    /** The lines' outline may stand so far beside its place. */
    private static final double BESIDE_MM = 0.2;
    /** Ink is darker than this share of the tint's grey. */
    private static final double INK = 0.75;
    /** A tint is lighter than this share of paper; what is darker are printed lines, which the pen is hardly darker than. */
    private static final double PALE = 0.55;

    private static final double PAPER_RANK = 0.9;

    private TintBorder() {}

    /**
     * Makes ink along the lines of what is darker than the tint there, and of nothing else.
     *
     * @param scan the window's pixels as they were scanned
     * @param lineMm how thick the outlines are
     * @return whether there is a tint; without one the window stays as it is
     */
    static boolean cleared(FieldWindow window, Raster scan, List<Registration.Line> lines, double lineMm) {
        List<int[]> strips = new ArrayList<>();
        for (Registration.Line line : lines) {
            strips.add(pixels(window, line, lineMm / 2 + BESIDE_MM));
        }
        int[] greys = strips.stream()
                .flatMapToInt(Arrays::stream)
                .map(at -> scan.grey()[at] & 0xff)
                .sorted()
                .toArray();
        if (greys.length == 0) {
            return false;
        }
        int tint = greys[greys.length / 2];
        if (tint < PALE * paper(scan)) {
            return false;
        }
        for (int[] strip : strips) {
            for (int at : strip) {
                window.ink().ink()[at] = (byte) ((scan.grey()[at] & 0xff) < INK * tint ? 1 : 0);
            }
        }
        return true;
    }

    private static int paper(Raster scan) {
        int[] times = new int[Page.PAPER + 1];
        for (byte value : scan.grey()) {
            times[value & 0xff]++;
        }
        int value = 0;
        for (int below = times[0]; below < PAPER_RANK * scan.grey().length; below += times[value]) {
            value++;
        }
        return value;
    }

    /** The window's pixels within a distance of a line. */
    private static int[] pixels(FieldWindow window, Registration.Line line, double distanceMm) {
        int width = window.ink().width();
        int left = Math.max(0, (int) Math.round(window.xPx(line.x1Mm() - distanceMm)));
        int right = Math.min(width, (int) Math.round(window.xPx(line.x2Mm() + distanceMm)));
        int top = Math.max(0, (int) Math.round(window.yPx(line.y1Mm() - distanceMm)));
        int bottom = Math.min(window.ink().height(), (int) Math.round(window.yPx(line.y2Mm() + distanceMm)));
        int[] pixels = new int[Math.max(0, right - left) * Math.max(0, bottom - top)];
        int count = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                pixels[count++] = y * width + x;
            }
        }
        return pixels;
    }
}
