package numeral.form.page;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight pixels at once, the first in the lowest byte. */
public final class Words {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    /** Eight pixels of {@link Page#PAPER}. */
    static final long PAPER = -1;
    /** Eight pixels of a bitmap's ink. */
    static final long INK = 0x0101010101010101L;
    /** For each byte its eight bits in lanes of eight, the first one lowest. */
    private static final long[] SPREAD = new long[256];

    static {
        for (int bits = 0; bits < SPREAD.length; bits++) {
            for (int i = 0; i < Byte.SIZE; i++) {
                SPREAD[bits] |= (long) (bits >> (7 - i) & 1) << Byte.SIZE * i;
            }
        }
    }

    private Words() {}

    /** The eight pixels from one on. */
    public static long get(byte[] pixels, int at) {
        return (long) LONGS.get(pixels, at);
    }

    /** Puts eight pixels in their place. */
    public static void set(byte[] pixels, int at, long word) {
        LONGS.set(pixels, at, word);
    }

    /** Puts so many of eight pixels in their place as there is room for. */
    static void setFirst(byte[] pixels, int at, long word) {
        if (at + Long.BYTES <= pixels.length) {
            set(pixels, at, word);
            return;
        }
        for (int i = at; i < pixels.length; i++) {
            pixels[i] = (byte) (word >>> Byte.SIZE * (i - at));
        }
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

    /** Eight bits as eight pixels of 0 or 1, the highest bit first. */
    static long spread(int bits) {
        return SPREAD[bits];
    }

    /** The first pixel from one on that is another than those of a word of eight that are alike; {@code end} where there is none. */
    static int firstOther(byte[] pixels, int from, int end, long alike) {
        int at = from;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            long other = get(pixels, at) ^ alike;
            if (other != 0) {
                return at + Long.numberOfTrailingZeros(other) / Byte.SIZE;
            }
        }
        while (at < end && pixels[at] == (byte) alike) {
            at++;
        }
        return at;
    }
}
