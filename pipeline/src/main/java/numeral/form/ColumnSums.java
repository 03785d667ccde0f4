package numeral.form;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Sums of a page's columns over some rows, eight columns at a time: bytes are added up in lanes of 16 bits. */
final class ColumnSums {
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LANES = 0x00ff00ff00ff00ffL;
    /** Rows that a lane takes before it overflows. */
    private static final int MOST_ROWS = 256;

    private final Raster page;
    private final long[] even;
    private final long[] odd;
    private final int[] sums;

    ColumnSums(Raster page) {
        this.page = page;
        even = new long[page.width() / Long.BYTES];
        odd = new long[even.length];
        sums = new int[page.width()];
    }

    /** The sums over so many rows from one on; overwritten by the next call. */
    int[] of(int firstRow, int rows) {
        Arrays.fill(sums, 0);
        for (int done = 0; done < rows; done += MOST_ROWS) {
            addToLanes(firstRow + done, Math.min(MOST_ROWS, rows - done));
            addToSums();
        }
        for (int x = even.length * Long.BYTES; x < sums.length; x++) {
            for (int row = firstRow; row < firstRow + rows; row++) {
                sums[x] += page.grey()[row * sums.length + x] & 0xff;
            }
        }
        return sums;
    }

    private void addToLanes(int firstRow, int rows) {
        byte[] grey = page.grey();
        Arrays.fill(even, 0);
        Arrays.fill(odd, 0);
        for (int row = firstRow; row < firstRow + rows; row++) {
            int at = row * sums.length;
            for (int i = 0; i < even.length; i++) {
                long word = (long) WORDS.get(grey, at + i * Long.BYTES);
                even[i] += word & LANES;
                odd[i] += word >>> 8 & LANES;
            }
        }
    }

    private void addToSums() {
        for (int i = 0; i < even.length; i++) {
            int x = i * Long.BYTES;
            for (int shift = 0; shift < Long.SIZE; shift += 16) {
                sums[x++] += (int) (even[i] >>> shift & 0xffff);
                sums[x++] += (int) (odd[i] >>> shift & 0xffff);
            }
        }
    }
}
