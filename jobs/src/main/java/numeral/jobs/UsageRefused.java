package numeral.jobs;

/** A command that cannot be carried out as it was given: exit code 2. */
final class UsageRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageRefused(String message) {
        super(message);
    }
}
