package numeral.form;

/** What a writer left in a field. */
public enum FieldState {
    FILLED,
    BLANK,
    /** Struck through: whatever stands there is taken back. */
    CROSSED_OUT,
    /** Taken back in part: a stroke through some of the digits, or a digit blackened. */
    OVERWRITTEN
}
