package numeral.scan;

import com.typesafe.config.Config;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How much of anything one input may ask for, from the section {@code numeral.scan} of the configuration.
 *
 * @param maxEntryPackedBytes compressed size of one archive entry, and size of one plain file
 * @param maxEntryUnpackedBytes size of one entry unpacked and of one page decoded; less than 2 GiB
 * @param maxArchiveBytes size of one archive, and of all that is unpacked from it, nested archives included
 * @param maxArchiveEntries entries of one archive, those of nested archives included
 * @param maxNesting archives inside one another; 2 reads {@code a.zip!/b.zip!/p.tif}
 * @param maxPagePixels width times height of one page
 * @param maxSidePx width and height of one page
 * @param maxPages pages of one document
 * @param decodeTimeout time for decoding one page
 * @param pageTimeout time for one page in all, decoding included; kept by the extract stage
 * @param maxFailedShare share of items, 0 to 1, that may end in a {@link ScanStatus#failed()} status before the run fails; kept by the
 *     extract stage
 * @param splitBytes a larger zip is shared out among tasks in parts of about this size
 */
public record ScanLimits(
        long maxEntryPackedBytes,
        long maxEntryUnpackedBytes,
        long maxArchiveBytes,
        long maxArchiveEntries,
        int maxNesting,
        long maxPagePixels,
        int maxSidePx,
        int maxPages,
        Duration decodeTimeout,
        Duration pageTimeout,
        double maxFailedShare,
        long splitBytes)
        implements Serializable {

    private static final long LARGEST_ARRAY = Integer.MAX_VALUE - 16L;

    /** Checks every value and names all that are out of range in one {@link IllegalArgumentException}. */
    public ScanLimits {
        List<String> problems = new ArrayList<>();
        atLeastOne(problems, "max-entry-packed", maxEntryPackedBytes);
        atLeastOne(problems, "max-entry-unpacked", maxEntryUnpackedBytes);
        atLeastOne(problems, "max-archive", maxArchiveBytes);
        atLeastOne(problems, "max-archive-entries", maxArchiveEntries);
        atLeastOne(problems, "max-nesting", maxNesting);
        atLeastOne(problems, "max-page-pixels", maxPagePixels);
        atLeastOne(problems, "max-side-px", maxSidePx);
        atLeastOne(problems, "max-pages", maxPages);
        atLeastOne(problems, "decode-timeout in ms", decodeTimeout.toMillis());
        atLeastOne(problems, "page-timeout in ms", pageTimeout.toMillis());
        atLeastOne(problems, "split", splitBytes);
        atMostOneArray(problems, "max-entry-packed", maxEntryPackedBytes);
        atMostOneArray(problems, "max-entry-unpacked", maxEntryUnpackedBytes);
        atMostOneArray(problems, "max-page-pixels", maxPagePixels);
        if (!(maxFailedShare >= 0 && maxFailedShare <= 1)) {
            problems.add("numeral.scan.max-failed-share: expected 0 to 1, found " + maxFailedShare);
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
    }

    /** Reads the section {@code numeral.scan} of a whole configuration. */
    public static ScanLimits from(Config config) {
        Config scan = config.getConfig("numeral.scan");
        return new ScanLimits(
                scan.getBytes("max-entry-packed"),
                scan.getBytes("max-entry-unpacked"),
                scan.getBytes("max-archive"),
                scan.getLong("max-archive-entries"),
                scan.getInt("max-nesting"),
                scan.getLong("max-page-pixels"),
                scan.getInt("max-side-px"),
                scan.getInt("max-pages"),
                scan.getDuration("decode-timeout"),
                scan.getDuration("page-timeout"),
                scan.getDouble("max-failed-share"),
                scan.getBytes("split"));
    }

    private static void atLeastOne(List<String> problems, String key, long value) {
        if (value < 1) {
            problems.add("numeral.scan." + key + ": expected at least 1, found " + value);
        }
    }

    private static void atMostOneArray(List<String> problems, String key, long value) {
        if (value > LARGEST_ARRAY) {
            problems.add("numeral.scan." + key + ": expected at most " + LARGEST_ARRAY + ", found " + value);
        }
    }
}
