package numeral.scan;

/** What became of one inventory item; every item ends in exactly one. The same sentences stand in {@code docs/statuses.md}. */
public enum ScanStatus {
    OK("The page was read.", Counts.AS_FINE),
    OK_WITH_WARNINGS(
            "The page was read, but its file is not quite sound; the reason says what was odd.", Counts.AS_FINE),
    BLANK_PAGE(
            "The page holds no form and no ink worth the name, or is black all over: a separator, a back page, a scanner's lid.",
            Counts.AS_FINE),
    DUPLICATE("The same bytes were already read in this run under another name.", Counts.AS_FINE),
    SKIPPED_JUNK(
            "Left behind by an operating system or a program and no page: resource forks, thumbnails.", Counts.AS_FINE),
    SKIPPED_ENCRYPTED("The content is encrypted and cannot be read without its password.", Counts.AS_FAILED),
    CORRUPT_ENTRY("The bytes are not a valid file of their kind.", Counts.AS_FAILED),
    CRC_MISMATCH("The bytes do not match the checksum recorded for them.", Counts.AS_FAILED),
    TRUNCATED("The file ends before its content does.", Counts.AS_FAILED),
    UNSUPPORTED("A kind of file, compression or image that is not read.", Counts.AS_FAILED),
    TOO_LARGE("The item says itself that it is larger than a limit allows; it was not read.", Counts.AS_FAILED),
    BOMB_SUSPECTED(
            "The item unpacks to more than it declares or a limit allows, or nests too deep; reading stopped.",
            Counts.AS_FAILED),
    UNSAFE_PATH(
            "The name is absolute, climbs out of its archive or holds a NUL; the entry was not read.",
            Counts.AS_FAILED),
    TIMEOUT("Reading the page took longer than its time limit; the rest went on.", Counts.AS_FAILED),
    OUT_OF_MEMORY("Reading the item took more memory than there was; the rest went on.", Counts.AS_FAILED),
    UNKNOWN_FORM(
            "The page was read but is none of the forms that were looked for, or as well one as another.",
            Counts.AS_FAILED),
    REGISTRATION_FAILED("The form was found, but its lines do not fit the template well enough.", Counts.AS_FAILED),
    ARCHIVE_UNREADABLE("Nothing could be read from the archive.", Counts.AS_FAILED),
    ARCHIVE_PARTIAL("The archive is damaged; the entries before the damage were read.", Counts.AS_FAILED),
    INTERNAL_ERROR("A bug of this program; please report it with its reason.", Counts.AS_FAILED);

    private enum Counts {
        AS_FINE,
        AS_FAILED
    }

    private final String sentence;
    private final Counts counts;

    ScanStatus(String sentence, Counts counts) {
        this.sentence = sentence;
        this.counts = counts;
    }

    /** What the status means, in one sentence. */
    public String sentence() {
        return sentence;
    }

    /** Whether an item with this status counts towards the failed share of its run, {@link ScanLimits#maxFailedShare()}. */
    public boolean failed() {
        return counts == Counts.AS_FAILED;
    }
}
