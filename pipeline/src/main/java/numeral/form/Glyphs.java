package numeral.form;

import java.util.Optional;
import numeral.form.page.Box;

/** Turns the ink that belongs to a range of owners into normalised crops. */
final class Glyphs {
    private final FieldWindow window;
    private final byte[] residue;
    private final int[] owners;
    private final Extent[] extents;

    /**
     * @param owners for each pixel of the window the piece that its ink belongs to, from 1; 0 = none
     * @param extents of each owner's ink, the first one's at 1
     * @param residue for each pixel 1 where its ink looks like a printed line
     */
    Glyphs(FieldWindow window, int[] owners, Extent[] extents, byte[] residue) {
        this.window = window;
        this.owners = owners;
        this.extents = extents;
        this.residue = residue;
    }

    /** The ink of the owners {@code first} to {@code last} as the arc from one node to another; empty where there is less than {@code minInkMm2}. */
    Optional<Crop> crop(int first, int last, Box within, double minInkMm2, int from, int to, double cost) {
        int width = window.ink().width();
        Extent all = new Extent();
        for (int owner = first; owner <= last; owner++) {
            all.add(extents[owner]);
        }
        int firstX = Math.max(all.left(), (int) within.x());
        int lastX = Math.min(all.right(), (int) within.right() - 1);
        int firstY = Math.max(all.top(), (int) within.y());
        int lastY = Math.min(all.bottom(), (int) within.bottom() - 1);
        int area = 0;
        int lines = 0;
        Extent extent = new Extent();
        byte[] ink = new byte[Math.max(0, lastX - firstX + 1) * Math.max(0, lastY - firstY + 1)];
        int pixel = 0;
        for (int y = firstY; y <= lastY; y++) {
            for (int x = firstX; x <= lastX; x++, pixel++) {
                int at = y * width + x;
                if (owners[at] >= first && owners[at] <= last) {
                    ink[pixel] = (byte) 255;
                    area++;
                    lines += residue[at];
                    extent.add(x, y);
                }
            }
        }
        if (area == 0 || window.mm2(area) < minInkMm2) {
            return Optional.empty();
        }
        Box mm = window.boxMm(extent.left(), extent.top(), extent.right(), extent.bottom());
        byte[] image = DigitNormaliser.normalise(ink, lastX - firstX + 1, lastY - firstY + 1);
        return Optional.of(new Crop(from, to, image, cost, window.mm2(area), (double) lines / area, mm));
    }
}
