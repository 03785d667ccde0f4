package numeral.ingest;

import numeral.ingest.Outcome.Reason;

/** An image cannot be used as a digit; the message says what was expected and what was found. */
final class UnusableImage extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    UnusableImage(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
