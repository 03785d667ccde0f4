package numeral.form.page;

import java.util.Arrays;

/**
 * Where a level page shows thin straight lines of 2 mm or more along one axis: darker than what lies on both sides of them, so that lines in
 * pale colours and on grey grounds count and the borders of filled areas do not.
 */
public final class RuledLines {
    private static final double SMOOTH_MM = 1;
    private static final double SHORTEST_MM = 2.2;
    private static final double BRIDGED_MM = 1;
    private static final double OVERHANG_MM = 0.25;
    /** A run of line has this share of its length seen. */
    private static final double SEEN = 0.75;
    /** Half the gap between two lines that stay apart, and half of what a line may be thick. */
    private static final double NEAR_MM = 0.35;

    private static final double FAR_MM = 0.8;
    private static final int FAINTEST = 8;
    private static final double ABOVE_NOISE = 5;
    private static final int LEVELS = 256;

    private final int along;
    private final int alongStep;
    private final int across;
    private final int acrossStep;
    private final double pxPerMm;
    private final byte[] smooth;
    private final byte[] ridge;

    private RuledLines(Raster level, double pxPerMm, boolean horizontal) {
        int width = level.width();
        int height = level.height();
        along = horizontal ? width : height;
        alongStep = horizontal ? 1 : width;
        across = horizontal ? height : width;
        acrossStep = horizontal ? width : 1;
        this.pxPerMm = pxPerMm;
        smooth = new byte[width * height];
        ridge = new byte[width * height];
        smooth(level.grey());
        ridge();
    }

    /** The lines, a pixel thicker on both sides than they are, and a little longer, so that corners close. */
    public static Bitmap of(Raster level, double pxPerMm, boolean horizontal) {
        RuledLines lines = new RuledLines(level, pxPerMm, horizontal);
        Bitmap mask = new Bitmap(level.width(), level.height());
        lines.runs(mask.ink());
        return mask;
    }

    /** Mean grey of a millimetre along the line, so that noise and dots go. */
    private void smooth(byte[] grey) {
        int radius = radius();
        for (int j = 0; j < across; j++) {
            int sum = 0;
            int count = 0;
            for (int i = -radius; i < along; i++) {
                if (i + radius < along) {
                    sum += grey[j * acrossStep + (i + radius) * alongStep] & 0xff;
                    count++;
                }
                if (i - radius - 1 >= 0) {
                    sum -= grey[j * acrossStep + (i - radius - 1) * alongStep] & 0xff;
                    count--;
                }
                if (i >= 0) {
                    smooth[j * acrossStep + i * alongStep] = (byte) (sum / count);
                }
            }
        }
    }

    private int radius() {
        return Math.max(1, (int) (SMOOTH_MM * pxPerMm / 2));
    }

    /** How much darker each pixel is than the darker of its two sides. */
    private void ridge() {
        int near = Math.max(2, (int) Math.round(NEAR_MM * pxPerMm)) * acrossStep;
        int far = Math.max(3, (int) Math.round(FAR_MM * pxPerMm)) * acrossStep;
        int margin = far / acrossStep;
        for (int j = margin; j < across - margin; j++) {
            for (int i = 0; i < along; i++) {
                int at = j * acrossStep + i * alongStep;
                int close = Math.min(smooth[at - near] & 0xff, smooth[at + near] & 0xff);
                int wide = Math.min(smooth[at - far] & 0xff, smooth[at + far] & 0xff);
                ridge[at] = (byte) Math.max(0, Math.max(close, wide) - (smooth[at] & 0xff));
            }
        }
        int threshold = threshold();
        for (int at = 0; at < ridge.length; at++) {
            ridge[at] = (byte) ((ridge[at] & 0xff) > threshold ? 1 : 0);
        }
    }

    /** The noise of the page: most of it is paper, where half the pixels rise above their sides by no more than the median. */
    private int threshold() {
        long[] histogram = new long[LEVELS];
        for (byte value : ridge) {
            histogram[value & 0xff]++;
        }
        long below = 0;
        int median = 0;
        while (below + histogram[median] < ridge.length * 3L / 4) {
            below += histogram[median++];
        }
        return (int) Math.max(FAINTEST, ABOVE_NOISE * median);
    }

    private void runs(byte[] mask) {
        // Smoothing made every line longer at both ends.
        int radius = radius();
        int shortest = (int) (SHORTEST_MM * pxPerMm) + 2 * radius;
        int bridged = (int) (BRIDGED_MM * pxPerMm);
        int overhang = (int) Math.ceil(OVERHANG_MM * pxPerMm) - radius;
        boolean[] seen = new boolean[along];
        for (int j = 1; j < across - 1; j++) {
            Arrays.fill(seen, false);
            for (int i = 0; i < along; i++) {
                int at = j * acrossStep + i * alongStep;
                seen[i] = (ridge[at - acrossStep] | ridge[at] | ridge[at + acrossStep]) != 0;
            }
            int start = -1;
            int last = -1;
            int count = 0;
            for (int i = 0; i <= along + bridged; i++) {
                boolean dark = i < along && seen[i];
                if (dark) {
                    start = start < 0 ? i : start;
                    last = i;
                    count++;
                } else if (start >= 0 && i - last > bridged) {
                    if (last - start + 1 >= shortest && count >= SEEN * (last - start + 1)) {
                        mark(mask, j, Math.max(0, start - overhang), Math.min(along - 1, last + overhang));
                    }
                    start = -1;
                    count = 0;
                }
            }
        }
    }

    private void mark(byte[] mask, int j, int first, int last) {
        for (int i = first; i <= last; i++) {
            mask[j * acrossStep + i * alongStep] = 1;
        }
    }
}
