package numeral.form.page;

import java.util.Arrays;

/** Means of a bilevel page's pixels over blocks, by counting bits. */
final class BitMeans {
    private final BilevelPage page;
    private final int fx;
    private final int fy;
    /** By pixels of paper in a block. */
    private final byte[] means;

    private BitMeans(BilevelPage page, int fx, int fy) {
        this.page = page;
        this.fx = fx;
        this.fy = fy;
        means = new byte[fx * fy + 1];
        for (int paper = 0; paper < means.length; paper++) {
            means[paper] = (byte) ((long) paper * Page.PAPER / (fx * fy));
        }
    }

    /** Means of {@code fx} by {@code fy} pixels each; what is left over at the right and the bottom is lost. */
    static Raster of(BilevelPage page, int fx, int fy) {
        return new BitMeans(page, fx, fy).raster();
    }

    private Raster raster() {
        int width = page.width() / fx;
        int height = page.height() / fy;
        byte[] grey = new byte[width * height];
        int together = Math.max(1, BilevelPage.WORD / fx);
        long[] words = new long[fy];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x += together) {
                int to = Math.min(width, x + together);
                if (together == 1) {
                    grey[y * width + x] = means[wide(x * fx, y * fy)];
                } else {
                    several(x, to, y, words, grey, y * width);
                }
            }
        }
        return new Raster(width, height, grey);
    }

    /** Blocks that lie within a word. */
    private void several(int from, int to, int y, long[] words, byte[] grey, int at) {
        long all = -1;
        for (int row = 0; row < fy; row++) {
            words[row] = page.word(from * fx, y * fy + row);
            all &= words[row];
        }
        if (~all >>> (64 - (to - from) * fx) == 0) {
            Arrays.fill(grey, at + from, at + to, (byte) Page.PAPER);
            return;
        }
        for (int x = from; x < to; x++) {
            int paper = 0;
            for (int row = 0; row < fy; row++) {
                paper += Long.bitCount(words[row] << (x - from) * fx >>> 64 - fx);
            }
            grey[at + x] = means[paper];
        }
    }

    /** Pixels of paper in a block that is wider than half a word. */
    private int wide(int left, int top) {
        int paper = 0;
        for (int row = top; row < top + fy; row++) {
            for (int column = left; column < left + fx; column += BilevelPage.WORD) {
                int pixels = Math.min(BilevelPage.WORD, left + fx - column);
                paper += Long.bitCount(page.word(column, row) >>> 64 - pixels);
            }
        }
        return paper;
    }
}
