package numeral.tune;

/**
 * One trial in one rung; a row of the table {@code trials}.
 *
 * @param trial from 0
 * @param rung from 0
 * @param settings what was drawn, as JSON
 * @param epochs epochs trained from the first weights on
 * @param outcome how it ended
 * @param seconds wall-clock seconds
 */
public record Trial(int trial, int rung, String settings, int epochs, Outcome outcome, double seconds) {
    /** How a trial ended. */
    public sealed interface Outcome {}

    /** It was trained and validated. */
    public record Scored(Score score) implements Outcome {}

    /** It came to nothing: training diverged, or the settings are no plan. */
    public record Failed(String reason) implements Outcome {}
}
