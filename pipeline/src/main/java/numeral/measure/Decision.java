package numeral.measure;

import java.util.List;

/**
 * What the promotion gate decided.
 *
 * @param outcome promoted or refused
 * @param reasons whole sentences: all that speaks against the candidate where it's refused, else what it fulfilled; never empty
 */
public record Decision(Outcome outcome, List<String> reasons) {
    /** The two ways a decision can go; the names are the events in the table {@code models}. */
    public enum Outcome {
        /** The candidate becomes the champion. */
        PROMOTED,
        /** The champion, if any, stays. */
        REFUSED
    }

    public Decision {
        reasons = List.copyOf(reasons);
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException("decision " + outcome + " without a reason, expected at least one");
        }
    }
}
