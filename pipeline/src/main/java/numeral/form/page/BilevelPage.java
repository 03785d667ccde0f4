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
    /** By how much a step may miss the next column. */
    private static final long STRAY = ONE / 4;

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

    /** Whether steps of that width lead from one column to the next most of the time. */
    boolean along(long stepX) {
        return Math.abs(stepX - ONE) <= STRAY;
    }

    @Override
    public Bitmap inked(int w, int h, Affine toThis) {
        return new Warping(this, toThis).ink(this, w, h);
    }

    /** Makes 1, of pixels that were 0, those from {@code from} to {@code to} that {@link #interpolate} would make darker than the middle of the scale. */
    void ink(long x, long y, long stepX, long stepY, byte[] target, int from, int to) {
        int count;
        for (int at = from; at < to; at += count) {
            long px = x + (at - from) * stepX;
            long py = y + (at - from) * stepY;
            long within = Math.min(stepsWithin(px, stepX - ONE), stepsWithin(py, stepY));
            count = (int) Math.min(1 + within, Math.min(to - at, WORD - 1));
            long ink = ink(px, py, stepX, stepY, count);
            for (int i = at; ink != 0; i += Byte.SIZE) {
                Words.setFirst(target, i, Words.spread((int) (ink >>> 56)));
                ink <<= Byte.SIZE;
            }
        }
    }

    /** Steps of a width that a coordinate can take before it leaves its pixel. */
    private static long stepsWithin(long at, long step) {
        long part = at & ONE - 1;
        if (step == 0) {
            return WORD;
        }
        return step > 0 ? (ONE - 1 - part) / step : part / -step;
    }

    /** Points on one row, each between the next two columns, as bits from the highest one on: only those between ink and paper are interpolated. */
    private long ink(long x, long y, long stepX, long stepY, int count) {
        long above = word((int) (x >> 32), (int) (y >> 32));
        long below = word((int) (x >> 32), (int) (y >> 32) + 1);
        long any = above | below | (above | below) << 1;
        long all = above & below & (above & below) << 1;
        long asked = -1L << 64 - count;
        long ink = ~any & asked;
        for (long mixed = any & ~all & asked; mixed != 0; ) {
            int step = Long.numberOfLeadingZeros(mixed);
            long bit = Long.MIN_VALUE >>> step;
            int upper = (int) (above >>> 62 - step) & 3;
            int lower = (int) (below >>> 62 - step) & 3;
            int grey = between(upper, lower, part(x + step * stepX), part(y + step * stepY));
            ink |= grey < Bitmap.MIDDLE ? bit : 0;
            mixed ^= bit;
        }
        return ink;
    }

    @Override
    public void interpolate(long x, long y, long stepX, long stepY, byte[] target, int from, int to) {
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
