package numeral.review;

import java.time.Instant;

/**
 * What a person says about one task.
 *
 * @param task its id
 * @param value the digits; empty unless the state is {@link State#VALUE}
 * @param reviewer who said it
 * @param reviewedAt when
 */
public record Answer(String task, State state, String value, String reviewer, Instant reviewedAt) {
    /** What there is to be read. */
    public enum State {
        VALUE,
        /** The field is empty or crossed out. */
        BLANK,
        /** Nobody can tell. */
        UNREADABLE
    }

    public Answer {
        if ((state == State.VALUE) == value.isEmpty()) {
            throw new IllegalArgumentException("state is " + state + ": expected a value with VALUE and none else");
        }
    }
}
