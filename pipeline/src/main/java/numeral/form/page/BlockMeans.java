package numeral.form.page;

import java.util.Arrays;

/** Means of a page's pixels over blocks, eight blocks at a time: bytes are added up in lanes of 16 bits, and paper is seen by whole words. */
final class BlockMeans {
    private static final long LANES = 0x00ff00ff00ff00ffL;
    /** Rows that a lane takes before it overflows. */
    private static final int MOST_ROWS = 256;

    private final byte[] grey;
    private final int width;
    private final int fx;
    private final int fy;
    /** Rounded up, so that the product ends just above the quotient: whole numbers below 2^48 / area come out exact. */
    private final long reciprocal;

    private final int[] sums;

    private BlockMeans(Raster page, int fx, int fy) {
        grey = page.grey();
        width = page.width();
        this.fx = fx;
        this.fy = fy;
        reciprocal = (1L << 48) / ((long) fx * fy) + 1;
        sums = new int[fx * Long.BYTES];
    }

    /** Means of {@code fx} by {@code fy} pixels each; what is left over at the right and the bottom is lost. */
    static Raster of(Raster page, int fx, int fy) {
        BlockMeans blocks = new BlockMeans(page, fx, fy);
        int w = page.width() / fx;
        int h = page.height() / fy;
        byte[] means = new byte[w * h];
        for (int y = 0; y < h; y++) {
            int x = 0;
            for (; fy <= MOST_ROWS && x + Long.BYTES <= w; x += Long.BYTES) {
                blocks.eight(x, y, means, y * w + x);
            }
            for (; x < w; x++) {
                means[y * w + x] = blocks.one(x, y);
            }
        }
        return new Raster(w, h, means);
    }

    private byte mean(long sum) {
        return (byte) (sum * reciprocal >>> 48);
    }

    private byte one(int x, int y) {
        long sum = 0;
        for (int row = y * fy; row < (y + 1) * fy; row++) {
            for (int column = x * fx; column < (x + 1) * fx; column++) {
                sum += grey[row * width + column] & 0xff;
            }
        }
        return mean(sum);
    }

    private void eight(int x, int y, byte[] means, int to) {
        int from = y * fy * width + x * fx;
        if (Words.paper(grey, from, width, fy, fx)) {
            Arrays.fill(means, to, to + Long.BYTES, (byte) Page.PAPER);
            return;
        }
        for (int word = 0; word < fx; word++) {
            addColumns(from + word * Long.BYTES, word * Long.BYTES);
        }
        int column = 0;
        for (int block = 0; block < Long.BYTES; block++) {
            long sum = 0;
            for (int i = 0; i < fx; i++) {
                sum += sums[column++];
            }
            means[to + block] = mean(sum);
        }
    }

    /** The sums of eight columns. */
    private void addColumns(int from, int to) {
        long even = 0;
        long odd = 0;
        for (int row = 0; row < fy; row++) {
            long word = Words.get(grey, from + row * width);
            even += word & LANES;
            odd += word >>> 8 & LANES;
        }
        for (int i = 0; i < Long.BYTES; i += 2) {
            sums[to + i] = (int) (even >>> 8 * i & 0xffff);
            sums[to + i + 1] = (int) (odd >>> 8 * i & 0xffff);
        }
    }
}
