package numeral.scan;

/** Something is wrong with the bytes of one item; carries the status and the reason to the place where they become a row. */
final class ScanFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final ScanStatus status;

    ScanFault(ScanStatus status, String reason) {
        this(status, reason, null);
    }

    ScanFault(ScanStatus status, String reason, Throwable cause) {
        super(reason, cause);
        this.status = status;
    }

    ScanStatus status() {
        return status;
    }

    /** A throwable in few words, for reasons. */
    static String words(Throwable thrown) {
        String message = thrown.getMessage();
        return message == null || message.isBlank() ? thrown.getClass().getSimpleName() : message.strip();
    }
}
