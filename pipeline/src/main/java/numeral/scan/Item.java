package numeral.scan;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One inventory item: a page, an entry that yields none, or an archive with which something is wrong. For use inside a task; not
 * serialisable, because its page would travel with it.
 *
 * <p>{@link ScanStatus#DUPLICATE} takes a view over the whole run, which one source does not have: the extract stage marks it on equal
 * {@code sha256} and {@code page}.
 *
 * @param archive the input that held the item, as given: an archive, a directory or a single file
 * @param entry name inside the archive or directory, {@code b.zip!/p.tif} inside a nested archive; empty for the input itself. The second
 *     entry of one name in one archive is called {@code p.tif!2}
 * @param page page of a multi-page document, from 0
 * @param sha256 of the entry's bytes, hexadecimal; empty where they were not read
 * @param reason why, in words; empty when the status is OK
 * @param image the page, when the status is OK or OK_WITH_WARNINGS
 * @param declaredDpi horizontal resolution that the file declares, dots per inch, however unlikely
 * @param decodeMs milliseconds spent decoding the image
 */
public record Item(
        String archive,
        String entry,
        int page,
        Optional<String> sha256,
        ScanStatus status,
        String reason,
        Optional<PageImage> image,
        OptionalDouble declaredDpi,
        double decodeMs) {

    /** Refuses an item that has both a page and a status without one, or neither. */
    public Item {
        boolean read = status == ScanStatus.OK || status == ScanStatus.OK_WITH_WARNINGS;
        if (read != image.isPresent()) {
            throw new IllegalArgumentException("item " + archive + "!/" + entry + ": status " + status
                    + (read ? " without a page" : " with a page"));
        }
    }

    static Item refused(String archive, String entry, int page, Optional<String> sha256, ScanFault fault) {
        return new Item(
                archive,
                entry,
                page,
                sha256,
                fault.status(),
                fault.getMessage(),
                Optional.empty(),
                OptionalDouble.empty(),
                0);
    }

    /** {@code archive!/entry#page}, unique within one inventory. */
    public String key() {
        return key(archive, entry, page);
    }

    static String key(String archive, String entry, int page) {
        return archive + "!/" + entry + "#" + page;
    }
}
