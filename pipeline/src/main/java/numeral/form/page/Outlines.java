package numeral.form.page;

/**
 * Turns filled areas into lines along their borders: each pixel by how much darker it is than the lightest one around it, twice. Printed lines, text
 * and strokes of a pen, which are thin, stay; a tinted ground becomes paper, but for a line around every white box in it. This is
 * the internal gradient of the page's darkness (Soille, Morphological Image Analysis, 2nd edition, section 3.9).
 */
public final class Outlines {
    /** How far into an area its border goes: lines and strokes up to twice as thick stay whole. */
    private static final double BORDER_MM = 0.5;
    /** Tints are pale: what is set off against its surroundings is made so many times as dark. */
    private static final int GAIN = 2;

    private final int width;
    private final int height;
    private final int radius;

    private Outlines(Raster page, int radius) {
        width = page.width();
        height = page.height();
        this.radius = radius;
    }

    /** The page with a line of half a millimetre along the inner border of all that is darker than what is beside it. */
    public static Raster of(Raster page, double pxPerMm) {
        Outlines outlines = new Outlines(page, Math.max(1, (int) Math.round(BORDER_MM * pxPerMm)));
        byte[] grey = outlines.lightest(outlines.lightest(page.grey(), true), false);
        for (int at = 0; at < grey.length; at++) {
            int darker = (grey[at] & 0xff) - (page.grey()[at] & 0xff);
            grey[at] = (byte) Math.max(0, Page.PAPER - GAIN * darker);
        }
        return new Raster(page.width(), page.height(), grey);
    }

    /**
     * The lightest within the radius along one axis, in three comparisons a pixel: a window is the end of one block and the start of the next
     * (van Herk, A fast algorithm for local minimum and maximum filters, 1992).
     */
    private byte[] lightest(byte[] grey, boolean alongRows) {
        int block = 2 * radius + 1;
        int step = alongRows ? 1 : width;
        int last = (alongRows ? width : height) - 1;
        byte[] before = new byte[grey.length];
        byte[] after = new byte[grey.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0, at = y * width; x < width; x++, at++) {
                boolean starts = (alongRows ? x : y) % block == 0;
                before[at] = starts ? grey[at] : lighter(before[at - step], grey[at]);
            }
        }
        for (int y = height - 1; y >= 0; y--) {
            for (int x = width - 1, at = y * width + x; x >= 0; x--, at--) {
                int i = alongRows ? x : y;
                boolean ends = i == last || i % block == block - 1;
                after[at] = ends ? grey[at] : lighter(after[at + step], grey[at]);
            }
        }
        byte[] lightest = new byte[grey.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0, at = y * width; x < width; x++, at++) {
                int i = alongRows ? x : y;
                int from = Math.max(0, i - radius);
                int to = Math.min(last, i + radius);
                byte start = after[at + (from - i) * step];
                byte end = before[at + (to - i) * step];
                // At the page's edges a window is cut off, and may lie in one block.
                boolean cut = from / block == to / block;
                lightest[at] = !cut ? lighter(start, end) : i - radius < 0 ? end : start;
            }
        }
        return lightest;
    }

    private static byte lighter(byte one, byte other) {
        return (byte) Math.max(one & 0xff, other & 0xff);
    }
}
