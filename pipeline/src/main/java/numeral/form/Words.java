package numeral.form;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight pixels at once, the first in the lowest byte. */
final class Words {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    /** Eight pixels of {@link Page#PAPER}. */
    static final long PAPER = -1;

    private Words() {}

    static long get(byte[] pixels, int at) {
        return (long) LONGS.get(pixels, at);
    }

    static void set(byte[] pixels, int at, long word) {
        LONGS.set(pixels, at, word);
    }

    /** Whether all is paper in so many words side by side, on so many rows that lie {@code stride} pixels apart. */
    static boolean paper(byte[] grey, int from, int stride, int rows, int words) {
        long all = PAPER;
        for (int row = 0; row < rows; row++) {
            for (int word = 0; word < words; word++) {
                all &= get(grey, from + row * stride + word * Long.BYTES);
            }
        }
        return all == PAPER;
    }
}
