package numeral.form.learn;

import numeral.form.page.Bitmap;
import numeral.form.page.Components;
import numeral.form.page.RuledLines;

/**
 * The thin straight lines of a level page, ready for being asked where they run.
 *
 * @param horizontal each pixel of a line that runs across the page, and of its borders
 * @param vertical the same for lines that run down the page
 */
record RuledPage(Bitmap horizontal, Bitmap vertical, double pxPerMm) {
    /** Printed letters and written digits have straight strokes too; what hangs together in less than this is one of them. */
    private static final double LETTER_MM = 3.4;

    static RuledPage of(LevelPage page) {
        RuledPage ruled = new RuledPage(
                RuledLines.of(page.grey(), page.pxPerMm(), true),
                RuledLines.of(page.grey(), page.pxPerMm(), false),
                page.pxPerMm());
        ruled.dropLetters();
        return ruled;
    }

    private void dropLetters() {
        Bitmap both = new Bitmap(horizontal.width(), horizontal.height());
        for (int at = 0; at < both.ink().length; at++) {
            both.ink()[at] = (byte) (horizontal.ink()[at] | vertical.ink()[at]);
        }
        Components parts = Components.of(both);
        double letter = LETTER_MM * pxPerMm;
        for (int at = 0; at < both.ink().length; at++) {
            int label = parts.labels()[at];
            if (label != 0 && parts.width(label) < letter && parts.height(label) < letter) {
                horizontal.ink()[at] = 0;
                vertical.ink()[at] = 0;
            }
        }
    }

    /** For each column how many pixels above each row belong to a vertical line there or beside it: {@code [x * (height + 1) + y]}. */
    int[] verticalSums() {
        int width = vertical.width();
        int height = vertical.height();
        int[] sums = new int[width * (height + 1)];
        for (int x = 0; x < width; x++) {
            int column = x * (height + 1);
            for (int y = 0; y < height; y++) {
                sums[column + y + 1] = sums[column + y] + (vertical.at(x, y) ? 1 : 0);
            }
        }
        return sums;
    }
}
