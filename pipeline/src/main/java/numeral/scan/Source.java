package numeral.scan;

import java.io.Serializable;

/**
 * What one task reads at a time: a file, or a run of the entries of a large zip.
 *
 * @param uri where the file lies, with its file system
 * @param input the input that led to the file, as given
 * @param name path of the file below the input, with {@code /}; empty where the input is the file
 * @param bytes size of the file
 * @param firstEntry first entry of the zip to read, from 0, in the order in which they lie in the file
 * @param lastEntry the entry after the last to read; {@link #WHOLE} for all
 */
public record Source(String uri, String input, String name, long bytes, long firstEntry, long lastEntry)
        implements Serializable {

    /** {@code lastEntry} of a source that is a whole file. */
    public static final long WHOLE = Long.MAX_VALUE;

    /** Refuses a negative size and an empty or backward run of entries. */
    public Source {
        if (bytes < 0 || firstEntry < 0 || lastEntry <= firstEntry) {
            throw new IllegalArgumentException(
                    "source " + uri + ": expected bytes >= 0 and 0 <= first < last entry, found " + bytes + ", "
                            + firstEntry + ", " + lastEntry);
        }
    }

    static Source whole(String uri, String input, String name, long bytes) {
        return new Source(uri, input, name, bytes, 0, WHOLE);
    }

    Source part(long first, long last) {
        return new Source(uri, input, name, bytes, first, last);
    }

    boolean isWhole() {
        return firstEntry == 0 && lastEntry == WHOLE;
    }
}
