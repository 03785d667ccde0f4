package numeral.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Decodes ITU-T Recommendation T.6, "Group 4": each row is told by where its colours change, against those of the row above. Strict: what no encoder has to
 * write is refused, for a more patient reader to deal with.
 */
final class Group4 {
    private static final VarHandle BITS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    /** How often the width stands behind the changes of a row, for what looks beyond the last of them. */
    private static final int BEHIND = 4;

    private final byte[] coded;
    private final int width;
    private final long end;
    private long at;
    /** Columns where the colour changes, of the row above and of this one, the first to black; behind them the width. */
    private int[] above;

    private int[] changes;
    private int count;

    /**
     * Begins a strip.
     *
     * @param coded what is to be decoded, with eight bytes or more behind its end
     * @param bytes length of what is to be decoded
     * @param width of a row in pixels
     */
    Group4(byte[] coded, int bytes, int width) {
        this.coded = coded;
        this.width = width;
        this.end = (long) bytes * Byte.SIZE;
        this.above = new int[width + BEHIND];
        this.changes = new int[width + BEHIND];
        Arrays.fill(above, 0, BEHIND, width);
    }

    /**
     * Decodes so many rows.
     *
     * @param rows eight pixels a byte, the first in the highest bit; black runs are cleared in what is set
     * @param first byte of the first row
     * @param stride bytes of a row
     * @return whether all of them were there as they should be
     */
    boolean decode(byte[] rows, int first, int stride, int number) {
        for (int row = 0; row < number; row++) {
            if (!row()) {
                return false;
            }
            for (int i = 0; i < count; i += 2) {
                blacken(rows, first + row * stride, changes[i], changes[i + 1]);
            }
            int[] done = changes;
            changes = above;
            above = done;
        }
        return true;
    }

    private int bits(int number) {
        return (int) ((long) BITS.get(coded, (int) (at >> 3)) << (at & 7) >>> Long.SIZE - number);
    }

    /** Finds the changes of the next row. */
    private boolean row() {
        int column = 0;
        int next = 0;
        boolean black = false;
        count = 0;
        while (column < width) {
            int entry = FaxCodes.modes()[bits(FaxCodes.LONGEST_MODE)];
            int mode = FaxCodes.value(entry);
            at += FaxCodes.length(entry);
            if (entry == 0 || at > end) {
                return false;
            }
            if (mode < FaxCodes.PASS) {
                int change = above[next] + mode - FaxCodes.VERTICAL;
                if (!note(change, column)) {
                    return false;
                }
                column = change;
                black = !black;
                // the change above that counts next is of the other colour: a later one, or the one before
                next += next > 0 ? -1 : 1;
            } else if (mode == FaxCodes.HORIZONTAL) {
                int change = column + run(black);
                int back = change + run(!black);
                if (!note(change, column) || !note(back, change)) {
                    return false;
                }
                column = back;
            } else {
                column = above[next + 1];
                next += 2;
            }
            while (above[next] <= column && above[next] < width) {
                next += 2;
            }
        }
        Arrays.fill(changes, count, count + BEHIND, width);
        return true;
    }

    /** Notes a change right of the last column that is known, or at the very beginning of the row; at its end there is nothing left to change. */
    private boolean note(int change, int known) {
        if (change < width && (change > known || change == 0 && count == 0)) {
            changes[count++] = change;
            return true;
        }
        return change == width;
    }

    /** Length of the next run; far beyond any row where there is none. */
    private int run(boolean black) {
        char[] runs = FaxCodes.runs(black);
        int sum = 0;
        while (sum <= width) {
            int entry = runs[bits(FaxCodes.LONGEST_RUN)];
            int run = FaxCodes.value(entry);
            at += FaxCodes.length(entry);
            if (entry == 0 || at > end) {
                break;
            }
            sum += run;
            if (run < FaxCodes.MAKE_UP) {
                return sum;
            }
        }
        return width + 1;
    }

    private static void blacken(byte[] rows, int row, int from, int to) {
        int first = row + (from >> 3);
        int last = row + (to >> 3);
        int keep = ~(0xff >> (from & 7));
        int rest = 0xff >> (to & 7);
        if (first == last) {
            rows[first] &= (byte) (keep | rest);
            return;
        }
        rows[first] &= (byte) keep;
        for (int i = first + 1; i < last; i++) {
            rows[i] = 0;
        }
        if (rest != 0xff) {
            rows[last] &= (byte) rest;
        }
    }
}
