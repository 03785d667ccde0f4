package numeral.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns the ink that belongs to a range of owners into normalised crops. */
final class Glyphs {
    private final FieldWindow window;
    private final byte[] residue;
    private final int[] owners;
    /** For each owner the first and last column and the first and last row of its ink. */
    private final List<int[]> extents = new ArrayList<>();

    /**
     * @param owners for each pixel of the window the piece that its ink belongs to, from 1; 0 = none
     * @param residue for each pixel 1 where its ink looks like a printed line
     */
    Glyphs(FieldWindow window, int[] owners, byte[] residue) {
        this.window = window;
        this.owners = owners;
        this.residue = residue;
        int width = window.ink().width();
        for (int at = 0; at < owners.length; at++) {
            if (owners[at] != 0) {
                widen(owners[at], at % width, at / width);
            }
        }
    }

    private void widen(int owner, int x, int y) {
        while (extents.size() <= owner) {
            extents.add(new int[] {Integer.MAX_VALUE, -1, Integer.MAX_VALUE, -1});
        }
        int[] extent = extents.get(owner);
        extent[0] = Math.min(extent[0], x);
        extent[1] = Math.max(extent[1], x);
        extent[2] = Math.min(extent[2], y);
        extent[3] = Math.max(extent[3], y);
    }

    /** The ink of the owners {@code first} to {@code last} as the arc from one node to another; empty where there is less than {@code minInkMm2}. */
    Optional<Crop> crop(int first, int last, Box within, double minInkMm2, int from, int to, double cost) {
        int width = window.ink().width();
        int firstX = Integer.MAX_VALUE;
        int lastX = -1;
        int firstY = Integer.MAX_VALUE;
        int lastY = -1;
        for (int[] extent : extents.subList(Math.min(first, extents.size()), Math.min(last + 1, extents.size()))) {
            firstX = Math.min(firstX, extent[0]);
            lastX = Math.max(lastX, extent[1]);
            firstY = Math.min(firstY, extent[2]);
            lastY = Math.max(lastY, extent[3]);
        }
        firstX = Math.max(firstX, (int) within.x());
        lastX = Math.min(lastX, (int) within.right() - 1);
        firstY = Math.max(firstY, (int) within.y());
        lastY = Math.min(lastY, (int) within.bottom() - 1);
        int area = 0;
        int lines = 0;
        int left = Integer.MAX_VALUE;
        int right = -1;
        int top = Integer.MAX_VALUE;
        int bottom = -1;
        for (int y = firstY; y <= lastY; y++) {
            for (int x = firstX; x <= lastX; x++) {
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
