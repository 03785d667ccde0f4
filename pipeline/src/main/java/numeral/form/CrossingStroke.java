package numeral.form;

import numeral.form.page.Box;
import numeral.form.page.Words;

/**
 * Looks for a stroke that runs through the digits of a field: the chain of ink from left to right, never steep, that is longest after what it
 * lacks is taken off. By dynamic programming over narrow columns.
 */
final class CrossingStroke {
    /** Columns of so many pixels, in each of which the chain may move by one row. */
    private static final int STEP_PX = 3;
    /** A gap costs so many times its length. */
    private static final int GAP_COST = 3;
    /** Rests of the printed border lie this close to it, as a share of the field's height. */
    private static final double BORDER = 0.14;

    private CrossingStroke() {}

    /** Length in millimetres of the best chain in the field, gaps taken off; 0 where none can be longer than {@code leastMm}. */
    static double lengthMm(FieldWindow window, Box mm, double leastMm) {
        int width = window.ink().width();
        int left = Math.max(0, (int) window.xPx(mm.x()));
        int columns = (Math.min(width, (int) window.xPx(mm.right())) - left) / STEP_PX;
        int top = Math.max(0, (int) window.yPx(mm.y() + BORDER * mm.h()));
        int rows = Math.min(window.ink().height(), (int) window.yPx(mm.bottom() - BORDER * mm.h())) - top;
        byte[] ink = window.ink().ink();
        if (longest(inked(ink, width, top, rows), left, columns) <= leastMm * window.scale()) {
            return 0;
        }
        int[] chain = new int[Math.max(0, rows) + 2];
        int[] next = new int[chain.length];
        int longest = 0;
        for (int column = 0; column < columns; column++) {
            int at = top * width + left + column * STEP_PX;
            for (int row = 0; row < rows; row++) {
                int inked = 0;
                for (int i = 0; i < STEP_PX; i++) {
                    inked += ink[at + i];
                }
                int before = Math.max(chain[row + 1], Math.max(chain[row], chain[row + 2]));
                next[row + 1] = Math.max(0, before + inked - GAP_COST * (STEP_PX - inked));
                longest = Math.max(longest, next[row + 1]);
                at += width;
            }
            int[] swapped = chain;
            chain = next;
            next = swapped;
        }
        return longest / window.scale();
    }

    /** For each column of the window 1 where any of the rows has ink. */
    private static byte[] inked(byte[] ink, int width, int top, int rows) {
        byte[] inked = new byte[width];
        for (int row = top; row < top + rows; row++) {
            int x = 0;
            for (; x + Long.BYTES <= width; x += Long.BYTES) {
                Words.set(inked, x, Words.get(inked, x) | Words.get(ink, row * width + x));
            }
            for (; x < width; x++) {
                inked[x] |= ink[row * width + x];
            }
        }
        return inked;
    }

    /** What a chain would come to that found ink in each column that has any: none is longer. */
    private static int longest(byte[] inked, int left, int columns) {
        int chain = 0;
        int longest = 0;
        for (int column = 0; column < columns; column++) {
            int found = 0;
            for (int i = 0; i < STEP_PX; i++) {
                found += inked[left + column * STEP_PX + i];
            }
            chain = Math.max(0, chain + found - GAP_COST * (STEP_PX - found));
            longest = Math.max(longest, chain);
        }
        return longest;
    }
}
