package numeral.form;

import java.util.Optional;

/** Turns the ink that belongs to a range of owners into normalised crops. */
final class Glyphs {
    private final FieldWindow window;
    private final byte[] residue;
    private final int[] owners;

    /**
     * @param owners for each pixel of the window the piece that its ink belongs to, from 1; 0 = none
     * @param residue for each pixel 1 where its ink looks like a printed line
     */
    Glyphs(FieldWindow window, int[] owners, byte[] residue) {
        this.window = window;
        this.owners = owners;
        this.residue = residue;
    }

    /** The ink of the owners {@code first} to {@code last} as the arc from one node to another; empty where there is less than {@code minInkMm2}. */
    Optional<Crop> crop(int first, int last, Box within, double minInkMm2, int from, int to, double cost) {
        int width = window.ink().width();
        int x0 = (int) within.x();
        int y0 = (int) within.y();
        int w = (int) within.w();
        int h = (int) within.h();
        int area = 0;
        int lines = 0;
        int left = x0 + w;
        int right = -1;
        int top = y0 + h;
        int bottom = -1;
        for (int y = y0; y < y0 + h; y++) {
            for (int x = x0; x < x0 + w; x++) {
                int at = y * width + x;
                if (owners[at] >= first && owners[at] <= last) {
                    area++;
                    lines += residue[at];
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    top = Math.min(top, y);
                    bottom = y;
                }
            }
        }
        if (area == 0 || window.mm2(area) < minInkMm2) {
            return Optional.empty();
        }
        Box mm = window.boxMm(left, top, right, bottom);
        byte[] ink = new byte[(right - left + 1) * (bottom - top + 1)];
        int pixel = 0;
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                int owner = owners[y * width + x];
                ink[pixel++] = owner >= first && owner <= last ? (byte) 255 : 0;
            }
        }
        byte[] image = DigitNormaliser.normalise(ink, right - left + 1, bottom - top + 1);
        return Optional.of(new Crop(from, to, image, cost, window.mm2(area), (double) lines / area, mm));
    }
}
