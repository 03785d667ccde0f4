package numeral.scan;

import java.util.Optional;

/** Asked about every page before it is decoded, on the thread that iterates over the items. */
@FunctionalInterface
public interface PageGate {
    /** Reads every page. */
    PageGate OPEN = (key, sha256, page) -> Optional.empty();

    /** How a page ends that is not decoded. */
    record Closed(ScanStatus status, String reason) {}

    /**
     * Whether to leave a page undecoded.
     *
     * @param key the item's {@link Item#key()}
     * @param sha256 of the document's bytes, hexadecimal
     * @param page of the document, from 0
     * @return empty to decode it
     */
    Optional<Closed> closed(String key, String sha256, int page);
}
