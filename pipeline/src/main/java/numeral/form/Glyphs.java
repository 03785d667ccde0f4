package numeral.form;

import java.util.Arrays;
import java.util.Optional;
import numeral.form.page.Box;

/** The ink of a window by who owns it, in stretches side by side in a row; what some owners have together becomes a normalised crop. */
final class Glyphs {
    private static final int NUMBERS = 3;

    private final FieldWindow window;
    private final byte[] residue;
    /** Of each owner, from 1, the stretches that were given to it: row, first column, column behind the last. */
    private final int[][] stretches;

    private final int[] lengths;
    private final Extent[] extents;

    /** @param residue for each pixel of the window 1 where its ink looks like a printed line */
    Glyphs(FieldWindow window, int owners, byte[] residue) {
        this.window = window;
        this.residue = residue;
        stretches = new int[owners + 1][64 * NUMBERS];
        lengths = new int[owners + 1];
        extents = new Extent[owners + 1];
        Arrays.setAll(extents, owner -> new Extent());
    }

    /** Gives ink that nobody has yet to an owner, from 1. */
    void give(int owner, int from, int to, int row) {
        int length = lengths[owner];
        if (length == stretches[owner].length) {
            stretches[owner] = Arrays.copyOf(stretches[owner], 2 * length);
        }
        stretches[owner][length] = row;
        stretches[owner][length + 1] = from;
        stretches[owner][length + 2] = to;
        lengths[owner] = length + NUMBERS;
        extents[owner].addRun(from, to, row);
    }

    /**
     * The arc from one node to another: the ink of the owners between them, the first one of which has the number behind {@code from}; empty
     * where there is less than {@code minInkMm2}.
     *
     * @param left the first column that counts
     * @param right the column behind the last one
     */
    Optional<Crop> crop(int from, int to, int left, int right, double minInkMm2, double cost) {
        Extent all = new Extent();
        for (int owner = from + 1; owner <= to; owner++) {
            all.add(extents[owner]);
        }
        int firstX = Math.max(all.left(), left);
        int width = Math.max(0, Math.min(all.right() + 1, right) - firstX);
        byte[] ink = new byte[width * Math.max(0, all.height())];
        int area = 0;
        int lines = 0;
        Extent extent = new Extent();
        for (int owner = from + 1; owner <= to; owner++) {
            for (int i = 0; i < lengths[owner]; i += NUMBERS) {
                int row = stretches[owner][i];
                int start = Math.max(firstX, stretches[owner][i + 1]);
                int end = Math.min(firstX + width, stretches[owner][i + 2]);
                if (start >= end) {
                    continue;
                }
                int target = (row - all.top()) * width - firstX;
                int source = row * window.ink().width();
                for (int x = start; x < end; x++) {
                    ink[target + x] = (byte) 255;
                    lines += residue[source + x];
                }
                area += end - start;
                extent.addRun(start, end, row);
            }
        }
        if (area == 0 || window.mm2(area) < minInkMm2) {
            return Optional.empty();
        }
        Box mm = window.boxMm(extent.left(), extent.top(), extent.right(), extent.bottom());
        byte[] image = DigitNormaliser.normalise(ink, width, all.height());
        return Optional.of(new Crop(from, to, image, cost, window.mm2(area), (double) lines / area, mm));
    }
}
