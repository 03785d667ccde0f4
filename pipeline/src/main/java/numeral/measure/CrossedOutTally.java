package numeral.measure;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** Counts how often crossed-out fields are seen to be, and how often fields with a value are taken for crossed out. */
public final class CrossedOutTally implements Serializable {
    private static final long serialVersionUID = 1;

    private long crossedOut;
    private long found;
    private long filled;
    private long mistaken;

    /** Adds one field as it was written and what it was taken for. Returns this. */
    public CrossedOutTally add(FieldTruth.Written written, boolean takenForCrossedOut) {
        crossedOut += written.crossedOut() ? 1 : 0;
        found += written.crossedOut() && takenForCrossedOut ? 1 : 0;
        filled += written.legible() ? 1 : 0;
        mistaken += written.legible() && takenForCrossedOut ? 1 : 0;
        return this;
    }

    /** Adds all of another tally, which stays as it is. Returns this. */
    public CrossedOutTally merge(CrossedOutTally other) {
        crossedOut += other.crossedOut;
        found += other.found;
        filled += other.filled;
        mistaken += other.mistaken;
        return this;
    }

    /** As rows of the table {@code metrics}: the share of crossed-out fields found, and of fields with a value taken for them. */
    public List<Metric> metrics() {
        List<Metric> metrics = new ArrayList<>();
        if (crossedOut > 0) {
            metrics.add(new Metric("crossed_out_found", Evaluation.ALL, (double) found / crossedOut, crossedOut));
        }
        if (filled > 0) {
            metrics.add(new Metric("crossed_out_mistaken", Evaluation.ALL, (double) mistaken / filled, filled));
        }
        return metrics;
    }
}
