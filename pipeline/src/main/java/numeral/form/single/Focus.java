package numeral.form.single;

import numeral.form.page.Raster;

/**
 * Makes a digit crisp that was scanned with few dots, enlarged, or photographed out of focus. MNIST's digits were some twenty pixels high and crisp, and so a
 * model expects them: strokes that run into one another are told apart here before it sees them.
 */
final class Focus {
    /** Longest side in pixels that is worked at, up to just below twice as many. */
    private static final int WORKING = 40;
    /** Side of the digit in which softness is counted, as in MNIST's images. */
    private static final double GLYPH = 20;
    /** Width of the edges, in pixels of such a digit, that is crisp: MNIST's own have 1.4 to 1.8. */
    private static final double CRISP = 1.6;
    /** Standard deviation of the Gaussian that makes an edge a pixel wide. */
    private static final double DEVIATION = 1 / 3.0;
    /** Share of the longest side that is paper around the digit: strokes may lie outside of what is seen of them. */
    private static final int MARGIN = 8;

    private static final int ROUNDS = 16;
    /** Less ink than this, of 255, is what is left of softness. */
    private static final int PALEST = 16;

    private Focus() {}

    /**
     * The digit with crisp edges, at another size where it was small, or large and soft.
     *
     * @param digit ink from 0, paper, to 255, with little more than its soft edges around
     */
    static Raster sharpened(Raster digit) {
        int side = Math.max(digit.width(), digit.height());
        int smaller = Math.max(1, side / WORKING);
        Raster page = padded(digit, Math.max(1, side / MARGIN)).reduced(smaller, smaller);
        double px = side / (smaller * GLYPH);
        double edge = EdgeWidth.px(page) / px;
        // no number where a hair has vanished in the reduced image
        if (!(edge > CRISP)) {
            return digit;
        }
        int larger = Math.max(1, smaller * WORKING / side);
        double deviation = DEVIATION * Math.sqrt(edge * edge - CRISP * CRISP) * px * larger;
        Raster crisp = RichardsonLucy.sharpened(enlarged(page, larger), deviation, ROUNDS);
        byte[] ink = crisp.grey();
        for (int i = 0; i < ink.length; i++) {
            ink[i] = (ink[i] & 0xff) < PALEST ? 0 : ink[i];
        }
        return crisp;
    }

    private static Raster padded(Raster digit, int margin) {
        int width = digit.width() + 2 * margin;
        byte[] ink = new byte[width * (digit.height() + 2 * margin)];
        for (int y = 0; y < digit.height(); y++) {
            System.arraycopy(digit.grey(), y * digit.width(), ink, (y + margin) * width + margin, digit.width());
        }
        return new Raster(width, digit.height() + 2 * margin, ink);
    }

    /** As many times as large, with linear interpolation; half a pixel of the margin is lost. */
    private static Raster enlarged(Raster page, int times) {
        if (times == 1) {
            return page;
        }
        int width = (page.width() - 1) * times;
        int height = (page.height() - 1) * times;
        byte[] ink = new byte[width * height];
        long step = (1L << 32) / times;
        for (int y = 0; y < height; y++) {
            page.interpolate(step / 2, step / 2 + y * step, step, 0, ink, y * width, (y + 1) * width);
        }
        return new Raster(width, height, ink);
    }
}
