package numeral.form.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import numeral.form.page.Bitmap;
import numeral.form.page.Box;
import numeral.form.page.Components;
import numeral.form.page.Raster;
import numeral.form.page.Sauvola;

/** Counts the digits that are written into a strip, as far as they can be told without reading them. */
final class WrittenDigits {
    /** Lines of the box and what leans on them. */
    private static final double BORDER_MM = 0.7;

    private static final double WINDOW_MM = 5;
    private static final double SAUVOLA_K = 0.25;
    /** Digits are higher than this share of their box; dots and pieces are not. */
    private static final double LEAST_HEIGHT = 0.3;
    /** So many times as wide as the others are, it is several digits that touch. */
    private static final double TOUCHING = 1.7;

    private record Part(int left, int right) {
        int width() {
            return right - left + 1;
        }

        /** Pieces of one digit lie above each other. */
        boolean under(Part other) {
            int shared = Math.min(right, other.right) - Math.max(left, other.left) + 1;
            return 2 * shared > Math.min(width(), other.width());
        }
    }

    private WrittenDigits() {}

    /** How many digits the page shows in a box, in millimetres of the level page; 0 where it is empty. */
    static int count(LevelPage level, Box box) {
        List<Part> digits = new ArrayList<>();
        for (Part part : parts(ink(level, box), LEAST_HEIGHT * box.h() * level.pxPerMm())) {
            int last = digits.size() - 1;
            if (last >= 0 && part.under(digits.get(last))) {
                Part before = digits.get(last);
                digits.set(last, new Part(before.left, Math.max(before.right, part.right)));
            } else {
                digits.add(part);
            }
        }
        int[] widths = digits.stream().mapToInt(Part::width).sorted().toArray();
        if (widths.length == 0) {
            return 0;
        }
        double usual = widths[widths.length / 2];
        return Arrays.stream(widths)
                .map(width -> width > TOUCHING * usual ? (int) Math.round(width / usual) : 1)
                .sum();
    }

    private static Bitmap ink(LevelPage level, Box box) {
        Raster page = level.grey();
        int left = Math.max(0, (int) Math.round((box.x() + BORDER_MM) * level.pxPerMm()));
        int top = Math.max(0, (int) Math.round((box.y() + BORDER_MM) * level.pxPerMm()));
        int right = Math.min(page.width(), (int) Math.round((box.right() - BORDER_MM) * level.pxPerMm()));
        int bottom = Math.min(page.height(), (int) Math.round((box.bottom() - BORDER_MM) * level.pxPerMm()));
        int width = Math.max(1, right - left);
        int height = Math.max(1, bottom - top);
        byte[] grey = new byte[width * height];
        for (int y = 0; y < height; y++) {
            System.arraycopy(page.grey(), (top + y) * page.width() + left, grey, y * width, width);
        }
        return Sauvola.ink(new Raster(width, height, grey), (int) Math.round(WINDOW_MM * level.pxPerMm()), SAUVOLA_K);
    }

    private static List<Part> parts(Bitmap ink, double leastHeight) {
        Components components = Components.of(ink);
        List<Part> parts = new ArrayList<>();
        for (int label = 1; label <= components.count(); label++) {
            if (components.height(label) >= leastHeight) {
                parts.add(new Part(components.left(label), components.right(label)));
            }
        }
        parts.sort(Comparator.comparingInt(Part::left));
        return parts;
    }
}
