package numeral.form;

import java.util.List;

/**
 * What a field says.
 *
 * @param raw digits as the classifier read them, {@code _} for an empty cell among others; empty where nothing could be read
 * @param value the value after the field's checks; empty where there is none
 * @param confidence probability that {@code value} is right, 0 to 1
 * @param weakest lowest calibrated probability among the digits; 0 where there are none
 * @param reasons why the decision is not {@link Decision#ACCEPT}; empty when it is
 * @param chosen indexes of the crops that were read, left to right
 */
public record FieldReading(
        String raw,
        String value,
        double confidence,
        double weakest,
        Checks checks,
        Decision decision,
        List<String> reasons,
        List<Integer> chosen) {
    public FieldReading {
        reasons = List.copyOf(reasons);
        chosen = List.copyOf(chosen);
    }

    /** How the field's checks came out. */
    public enum Checks {
        PASSED,
        FAILED,
        /** One digit was replaced because exactly one valid value won clearly. */
        CORRECTED,
        /** The field has no checks, or nothing was read. */
        NONE
    }

    /** What is to be done with the value. */
    public enum Decision {
        ACCEPT,
        /** A person has to look. */
        REVIEW,
        BLANK,
        /** The field could not be cut into its digits. */
        ERROR
    }
}
