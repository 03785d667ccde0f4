package numeral.form.page;

/**
 * The ink of a window seen along one axis, so that horizontal and vertical lines are followed by the same code. What lies around one line is
 * kept as bits besides: a word for each place along it, the pixels across it from {@code base} on.
 */
public final class Lanes {
    private static final int WORD = Long.SIZE;
    /** Gathers the lowest bits of a word's eight bytes in its highest byte, the first byte's in the lowest bit. */
    private static final long GATHER = 0x0102040810204080L;

    private final byte[] ink;
    private final int along;
    private final int alongStep;
    private final int across;
    private final int acrossStep;
    private final int base;
    private final int start;
    private final long[] words;

    /**
     * Along horizontal lines, or along vertical ones. What is set is set in the bitmap.
     *
     * @param middle across, of the line around which most will be asked
     * @param start the first place along that will be asked for
     * @param end behind the last such place
     */
    public Lanes(Bitmap bitmap, boolean horizontal, double middle, int start, int end) {
        ink = bitmap.ink();
        along = horizontal ? bitmap.width() : bitmap.height();
        alongStep = horizontal ? 1 : bitmap.width();
        across = horizontal ? bitmap.height() : bitmap.width();
        acrossStep = horizontal ? bitmap.width() : 1;
        base = Math.max(0, Math.min(across - WORD, (int) middle - WORD / 2));
        this.start = Math.max(0, start);
        words = new long[Math.max(0, Math.min(along, end) - this.start)];
        int seen = Math.min(WORD, across);
        int whole = seen < WORD ? 0 : words.length;
        if (horizontal) {
            whole = words.length & -Long.BYTES;
            gatherColumns(whole, seen);
        } else {
            gatherRows(whole);
        }
        for (int i = whole; i < words.length; i++) {
            for (int j = 0; j < seen; j++) {
                words[i] |= (long) ink[index(this.start + i, base + j)] << j;
            }
        }
    }

    /** Eight columns at once, of so many rows. */
    private void gatherColumns(int columns, int rows) {
        for (int i = 0; i < columns; i += Long.BYTES) {
            for (int group = 0; group < rows; group += Long.BYTES) {
                int at = index(start + i, base + group);
                long eight = 0;
                for (int row = 0; row < Math.min(Long.BYTES, rows - group); row++) {
                    eight |= Words.get(ink, at) << row;
                    at += acrossStep;
                }
                for (int column = 0; column < Long.BYTES && eight != 0; column++) {
                    words[i + column] |= (eight & 0xff) << group;
                    eight >>>= Byte.SIZE;
                }
            }
        }
    }

    /** Eight pixels of a row at once, of so many rows. */
    private void gatherRows(int rows) {
        for (int i = 0; i < rows; i++) {
            int at = index(start + i, base);
            long word = 0;
            for (int j = 0; j < WORD; j += Long.BYTES) {
                word |= Words.get(ink, at + j) * GATHER >>> 56 << j;
            }
            words[i] = word;
        }
    }

    /** Pixels along the lines. */
    public int along() {
        return along;
    }

    /** Pixels across the lines. */
    public int across() {
        return across;
    }

    /** Where in the bitmap the pixel is that lies {@code i} along and {@code j} across. */
    public int index(int i, int j) {
        return i * alongStep + j * acrossStep;
    }

    /** Makes pixels ink, 1, or paper, 0, from {@code j} to just before {@code end} across. */
    public void set(int i, int j, int end, int value) {
        for (int k = j; k < end; k++) {
            ink[index(i, k)] = (byte) value;
        }
        int from = Math.max(j, base);
        int to = Math.min(end, base + WORD);
        if (from < to) {
            long mask = bits(to - from) << (from - base);
            words[i - start] = value == 0 ? words[i - start] & ~mask : words[i - start] | mask;
        }
    }

    /** First pixel of the run of ink across the line that holds the pixel. */
    public int runStart(int i, int j) {
        int first = j;
        if (j >= base && j < base + WORD) {
            first = j + 1 - Long.numberOfLeadingZeros(~(words[i - start] << (WORD - 1 - (j - base))));
            if (first > base) {
                return first;
            }
        }
        int before = index(i, first - 1);
        while (first > 0 && ink[before] != 0) {
            first--;
            before -= acrossStep;
        }
        return first;
    }

    /** The pixel behind that run. */
    public int runEnd(int i, int j) {
        int end = j;
        if (j >= base && j < base + WORD) {
            end = j + Long.numberOfTrailingZeros(~(words[i - start] >>> (j - base)));
            if (end < base + WORD) {
                return end;
            }
        }
        int at = index(i, end);
        while (end < across && ink[at] != 0) {
            end++;
            at += acrossStep;
        }
        return end;
    }

    /** The first pixel with ink across the line from {@code j} on; {@code end} where there is none before that. */
    public int nextInk(int i, int j, int end) {
        int next = j;
        if (j >= base && j < base + WORD) {
            long left = words[i - start] >>> (j - base);
            next = left == 0 ? base + WORD : j + Long.numberOfTrailingZeros(left);
            if (left != 0 || next >= end) {
                return Math.min(next, end);
            }
        }
        int at = index(i, next);
        while (next < end && ink[at] == 0) {
            next++;
            at += acrossStep;
        }
        return next;
    }

    /**
     * The pixels across the line, from {@code from} to just before {@code to}, that lie in a run of ink of at most {@code longest}: bits, the
     * first one's lowest.
     *
     * @param to at most 64 behind {@code from}
     */
    public long thin(int i, int from, int to, int longest) {
        long thin = 0;
        int end;
        for (int j = nextInk(i, from, to); j < to; j = nextInk(i, end, to)) {
            end = runEnd(i, j);
            if (end - runStart(i, j) <= longest) {
                thin |= bits(Math.min(end, to) - j) << (j - from);
            }
        }
        return thin;
    }

    private static long bits(int count) {
        return -1L >>> (WORD - count);
    }
}
