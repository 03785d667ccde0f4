package numeral.scan;

/** One entry of an archive, or of a directory, as it comes out of it. */
sealed interface Entry {
    /** Name inside the archive; empty for the archive itself. */
    String name();

    /**
     * An entry whose bytes were read.
     *
     * @param warning what was odd about getting at them; empty if nothing was
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Content(String name, byte[] bytes, String warning) implements Entry {}

    /** An entry, or the archive itself, that is not read for a reason. */
    record Refused(String name, ScanFault fault) implements Entry {}
}
