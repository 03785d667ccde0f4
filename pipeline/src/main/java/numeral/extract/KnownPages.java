package numeral.extract;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * Pages that need no reading, eight bytes each. That two pages in a thousand million agree in them by chance has a probability of a few
 * per cent; the page taken for known would have no row, which the count of items notices.
 */
final class KnownPages implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int HEX_DIGITS_OF_A_LONG = 16;
    /** Spreads neighbouring pages of one document: 2^64 over the golden ratio. */
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private final long[] hashes;

    KnownPages(List<Long> hashes) {
        this.hashes = hashes.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    /** @param sha256 of the document, hexadecimal: as good a hash as any */
    static long hash(String sha256, int page) {
        return Long.parseUnsignedLong(sha256, 0, HEX_DIGITS_OF_A_LONG, 16) + page * STEP;
    }

    boolean contains(String sha256, int page) {
        return Arrays.binarySearch(hashes, hash(sha256, page)) >= 0;
    }
}
