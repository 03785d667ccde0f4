package numeral.form.page;

/** Sums of a bilevel page's grey values beside points: those of {@link Page#sumBeside}, many points or many pixels at once. */
final class BitSums {
    private static final int LANE = 0xff;
    /** Whole ones in a word. */
    private static final int OCTETS = BilevelPage.WORD / Byte.SIZE;

    private BitSums() {}

    /** Above and below the points: those that share a row and a word are counted together. */
    static void upright(BilevelPage page, int[] columns, int[] rows, int stepY, int[] sums) {
        int reach = sums.length / 2;
        add(sums, columns.length * Page.PAPER);
        int i = 0;
        while (i < columns.length) {
            int row = rows[i];
            int first = columns[i];
            if (first < 0 || first >= page.width()) {
                i++;
                continue;
            }
            long mask = 0;
            // columns may run either way: the word begins where its first point is or ends there
            int left = i + 1 < columns.length && columns[i + 1] < first
                    ? Math.max(0, first - BilevelPage.WORD + 1)
                    : first;
            while (i < columns.length
                    && rows[i] == row
                    && columns[i] >= left
                    && columns[i] < Math.min(page.width(), left + BilevelPage.WORD)) {
                long bit = Long.MIN_VALUE >>> columns[i] - left;
                if ((mask & bit) != 0) {
                    break;
                }
                mask |= bit;
                i++;
            }
            count(page, left, row, stepY, mask, reach, sums);
        }
    }

    private static void add(int[] sums, int what) {
        for (int k = 0; k < sums.length; k++) {
            sums[k] += what;
        }
    }

    private static void count(BilevelPage page, int left, int row, int stepY, long mask, int reach, int[] sums) {
        int ahead = stepY > 0 ? row : page.height() - 1 - row;
        int behind = page.height() - 1 - ahead;
        int last = Math.min(reach, behind);
        for (int k = Math.max(-reach, -ahead); k <= last; k++) {
            sums[reach + k] -= Page.PAPER * Long.bitCount(~page.word(left, row + k * stepY) & mask);
        }
    }

    /** Left and right of the points: eight pixels are added up at once. */
    static void level(BilevelPage page, int[] columns, int[] rows, int stepX, int[] sums) {
        int reach = sums.length / 2;
        long[] ink = new long[(sums.length + Byte.SIZE - 1) / Byte.SIZE];
        int[] counts = new int[ink.length * Byte.SIZE];
        int pending = 0;
        for (int i = 0; i < columns.length; i++) {
            int left = columns[i] - reach;
            if (rows[i] < 0 || rows[i] >= page.height()) {
                continue;
            }
            if (left < 0 || columns[i] + reach >= page.width()) {
                beyond(page, left, rows[i], sums.length, counts);
                continue;
            }
            for (int octet = 0; octet < ink.length; octet += OCTETS) {
                long word = ~page.word(left + octet * Byte.SIZE, rows[i]);
                for (int k = octet; k < Math.min(ink.length, octet + OCTETS); k++) {
                    ink[k] += Words.spread((int) (word >>> 56));
                    word <<= Byte.SIZE;
                }
            }
            pending++;
            if (pending == LANE) {
                flush(ink, counts);
                pending = 0;
            }
        }
        flush(ink, counts);
        for (int k = 0; k < sums.length; k++) {
            sums[k] += Page.PAPER * (columns.length - counts[stepX > 0 ? k : 2 * reach - k]);
        }
    }

    private static void beyond(BilevelPage page, int left, int row, int length, int[] counts) {
        for (int k = 0; k < length; k++) {
            int column = left + k;
            counts[k] += column >= 0 && column < page.width() && page.grey(column, row) == 0 ? 1 : 0;
        }
    }

    private static void flush(long[] ink, int[] counts) {
        for (int word = 0; word < ink.length; word++) {
            for (int i = 0; i < Byte.SIZE; i++) {
                counts[word * Byte.SIZE + i] += (int) (ink[word] >>> Byte.SIZE * i & LANE);
            }
            ink[word] = 0;
        }
    }
}
