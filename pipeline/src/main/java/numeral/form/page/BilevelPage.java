package numeral.form.page;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** A page of black and paper alone, eight pixels a byte: an eighth of the memory, and up to 57 pixels of a row are seen at once. */
public final class BilevelPage implements Page {
    /** Pixels that a word holds from any place of its first byte on. */
    static final int WORD = 57;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    /** The width of a pixel in the coordinates of {@link #interpolate}. */
    private static final long ONE = 1L << 32;
    /** So few points on one row are not worth their words. */
    private static final int FEW_PER_ROW = 4;

    /** More rows than this take too long to look through. */
    private static final int MOST_ROWS = 8;

    private final int width;
    private final int height;
    private final int rowBytes;
    private final byte[] bits;

    /**
     * Copies its pixels.
     *
     * @param bits rows of eight pixels a byte, the first in the highest bit, 1 = paper, each row on whole bytes; what is left of its last one is paper
     */
    public BilevelPage(int width, int height, byte[] bits) {
        rowBytes = (width + 7) / 8;
        if (width < 1 || height < 1 || bits.length != (long) rowBytes * height) {
            throw new IllegalArgumentException("page of " + width + " x " + height + " pixels with " + bits.length
                    + " bytes: expected eight pixels a byte");
        }
        this.width = width;
        this.height = height;
        // so that words may be taken from the last bytes, too
        this.bits = Arrays.copyOf(bits, bits.length + Long.BYTES);
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public boolean bilevel() {
        return true;
    }

    @Override
    public int grey(int column, int row) {
        return -(bits[row * rowBytes + (column >> 3)] >> (7 - (column & 7)) & 1) & PAPER;
    }

    /** The pixels from one on, of a row within the page, in the order of the bits: at least {@link #WORD} of them, of which those behind the row's end say nothing. */
    long word(int column, int row) {
        return (long) LONGS.get(bits, row * rowBytes + (column >> 3)) << (column & 7);
    }

    @Override
    public Raster reduced(int fx, int fy) {
        return BitMeans.of(this, fx, fy);
    }

    @Override
    public void sumBeside(int[] columns, int[] rows, int stepX, int stepY, int[] sums) {
        if (stepX == 0) {
            BitSums.upright(this, columns, rows, stepY, sums);
        } else {
            BitSums.level(this, columns, rows, stepX, sums);
        }
    }

    @Override
    public boolean paper(int left, int top, int right, int bottom) {
        if (right - left >= WORD || bottom - top >= MOST_ROWS) {
            return false;
        }
        long ink = 0;
        for (int row = top; row <= bottom; row++) {
            ink |= ~word(left, row);
        }
        return ink >>> (63 - (right - left)) == 0;
    }

    @Override
    public void interpolate(long x, long y, long stepX, long stepY, byte[] target, int from, int to) {
        if (Math.abs(stepX - ONE) > ONE / FEW_PER_ROW) {
            interpolateAnywhere(x, y, stepX, stepY, target, from, to);
            return;
        }
        int steps = to - from - 1;
        boolean alongRow = x + steps * stepX >> 32 == (x >> 32) + steps && y + steps * stepY >> 32 == y >> 32;
        if (steps < WORD - 1 && alongRow) {
            interpolateAlongRow(x, y, stepX, stepY, target, from, to);
        } else if (steps < FEW_PER_ROW) {
            interpolateAnywhere(x, y, stepX, stepY, target, from, to);
        } else {
            int half = (steps + 1) / 2;
            interpolate(x, y, stepX, stepY, target, from, from + half);
            interpolate(x + half * stepX, y + half * stepY, stepX, stepY, target, from + half, to);
        }
    }

    /** Points on one row, each between the next two columns: only those between ink and paper are interpolated. */
    private void interpolateAlongRow(long x, long y, long stepX, long stepY, byte[] target, int from, int to) {
        long above = word((int) (x >> 32), (int) (y >> 32));
        long below = word((int) (x >> 32), (int) (y >> 32) + 1);
        long all = above & below & (above & below) << 1;
        long any = above | below | (above | below) << 1;
        int i = from;
        for (; i + Byte.SIZE <= to; i += Byte.SIZE) {
            Words.set(target, i, PAPER * Words.spread((int) (all >>> 56 - (i - from)) & 0xff));
        }
        for (; i < to; i++) {
            target[i] = (byte) (PAPER * (all >>> 63 - (i - from) & 1));
        }
        long mixed = any & ~all & Long.MIN_VALUE >> to - from - 1;
        while (mixed != 0) {
            int step = Long.numberOfLeadingZeros(mixed);
            mixed ^= Long.MIN_VALUE >>> step;
            int upper = (int) (above >>> 62 - step) & 3;
            int lower = (int) (below >>> 62 - step) & 3;
            target[from + step] = (byte) between(upper, lower, part(x + step * stepX), part(y + step * stepY));
        }
    }

    private void interpolateAnywhere(long x, long y, long stepX, long stepY, byte[] target, int from, int to) {
        int left = 0;
        int top = -1;
        long above = 0;
        long below = 0;
        for (int i = from; i < to; i++) {
            long px = x + (i - from) * stepX;
            long py = y + (i - from) * stepY;
            int column = (int) (px >> 32);
            int row = (int) (py >> 32);
            if (row != top || column < left || column - left > WORD - 2) {
                top = row;
                left = stepX < 0 ? Math.max(0, column - WORD + 2) : column;
                above = word(left, row);
                below = word(left, row + 1);
            }
            int shift = 62 - (column - left);
            target[i] = (byte) between((int) (above >>> shift) & 3, (int) (below >>> shift) & 3, part(px), part(py));
        }
    }

    /** What is behind the point, in 256ths. */
    private static int part(long coordinate) {
        return (int) (coordinate >> 24) & 0xff;
    }

    /** Bilinear, between two pixels above and two below. */
    private static int between(int upper, int lower, int fx, int fy) {
        if ((upper & lower) == 3) {
            return PAPER;
        }
        if ((upper | lower) == 0) {
            return 0;
        }
        int above = (upper >> 1) * (256 - fx) + (upper & 1) * fx;
        int below = (lower >> 1) * (256 - fx) + (lower & 1) * fx;
        return (PAPER * (above * (256 - fy) + below * fy) + 0x8000) >> 16;
    }
}
