package numeral.form.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import numeral.form.FieldState;

/**
 * What a field says.
 *
 * @param state what the writer left in the field
 * @param raw digits as the classifier read them, {@code _} for an empty cell among others; empty where nothing could be read
 * @param value the value after the field's checks; empty where there is none
 * @param confidence probability that {@code value} is right, 0 to 1
 * @param weakest lowest calibrated probability among the digits; 0 where there are none
 * @param gates what forbids accepting the value at any confidence: geometry, remains of lines, too little ink, a failed check
 * @param reasons why the decision is not {@link Decision#ACCEPT}, the gates first; empty when it is
 * @param chosen indexes of the crops that were read, left to right
 */
public record FieldReading(
        FieldState state,
        String raw,
        String value,
        double confidence,
        double weakest,
        Checks checks,
        Decision decision,
        List<String> gates,
        List<String> reasons,
        List<Integer> chosen) {
    public FieldReading {
        gates = List.copyOf(gates);
        reasons = List.copyOf(reasons);
        chosen = List.copyOf(chosen);
    }

    /** A value that was read: accepted where no gate forbids it and its confidence reaches the threshold. */
    static FieldReading of(
            FieldState state,
            String raw,
            String value,
            double confidence,
            double weakest,
            Checks checks,
            List<String> gates,
            List<Integer> chosen,
            double threshold) {
        List<String> reasons = new ArrayList<>(gates);
        if (confidence < threshold && checks != Checks.FAILED) {
            reasons.add(String.format(Locale.ROOT, "confidence %.4f is below %.4f", confidence, threshold));
        }
        Decision decision = reasons.isEmpty() ? Decision.ACCEPT : Decision.REVIEW;
        return new FieldReading(state, raw, value, confidence, weakest, checks, decision, gates, reasons, chosen);
    }

    /** Nothing that could be accepted was read. */
    static FieldReading withoutValue(
            FieldState state,
            String raw,
            double weakest,
            Decision decision,
            List<String> reasons,
            List<Integer> chosen) {
        return new FieldReading(state, raw, "", 0, weakest, Checks.NONE, decision, reasons, reasons, chosen);
    }

    /** The same value with another confidence, decided anew. */
    FieldReading believed(double newConfidence, double threshold) {
        return of(state, raw, value, newConfidence, weakest, checks, gates, chosen, threshold);
    }

    /** Another value, one digit of which was not the one that was read, decided anew. */
    FieldReading corrected(String newValue, double newConfidence, double threshold) {
        return of(state, raw, newValue, newConfidence, weakest, Checks.CORRECTED, gates, chosen, threshold);
    }

    /** The same value with one more gate that it does not pass. */
    FieldReading gated(String gate, double threshold) {
        List<String> more = new ArrayList<>(gates);
        more.add(gate);
        return of(state, raw, value, confidence, weakest, checks, more, chosen, threshold);
    }

    /** How the field's checks came out. */
    public enum Checks {
        PASSED,
        FAILED,
        /** One digit was replaced because exactly one valid value won clearly, or because a sum holds with it. */
        CORRECTED,
        /** The field has no checks, or nothing was read. */
        NONE
    }

    /** What is to be done with the value. */
    public enum Decision {
        ACCEPT,
        /** A person has to look. */
        REVIEW,
        /** An answer that says nothing: empty or crossed out. */
        BLANK,
        /** The field could not be cut into its digits. */
        ERROR
    }
}
