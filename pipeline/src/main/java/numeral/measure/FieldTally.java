package numeral.measure;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Counts fields whose true value is known; tallies of parts merge into the tally of the whole. */
public final class FieldTally implements Serializable {
    private static final long serialVersionUID = 1;

    private final long[] levelFields = new long[RiskCoverage.LEVELS];
    private final long[] levelErrors = new long[RiskCoverage.LEVELS];
    private long fields;
    private long right;
    private long accepted;
    private long acceptedWrong;

    /**
     * One field as it was read.
     *
     * @param right whether the value read is what was written; where nothing is to be read no value is
     * @param legible whether there is a value to be read: neither empty nor crossed out
     * @param gated whether it cannot be accepted at any confidence: a gate forbids it, or no value was read
     * @param accepted whether it was accepted
     * @param confidence 0 to 1
     */
    public record Outcome(boolean right, boolean legible, boolean gated, boolean accepted, double confidence) {
        public Outcome {
            if (!(confidence >= 0 && confidence <= 1)) {
                throw new IllegalArgumentException("confidence is " + confidence + ", expected 0 to 1");
            }
            if (accepted && gated) {
                throw new IllegalArgumentException("a field was accepted that a gate forbids");
            }
        }
    }

    /** Adds one field. A field where nothing is to be read counts only where it could be accepted. Returns this. */
    public FieldTally add(Outcome field) {
        if (!field.legible() && field.gated()) {
            return this;
        }
        fields++;
        right += field.right() ? 1 : 0;
        accepted += field.accepted() ? 1 : 0;
        acceptedWrong += field.accepted() && !field.right() ? 1 : 0;
        if (!field.gated()) {
            int level = RiskCoverage.level(field.confidence());
            levelFields[level]++;
            levelErrors[level] += field.right() ? 0 : 1;
        }
        return this;
    }

    /** Adds fields with a value on pages that could not be read. Returns this. */
    public FieldTally addUnread(long count) {
        fields += count;
        return this;
    }

    /** Adds all of another tally, which stays as it is. Returns this. */
    public FieldTally merge(FieldTally other) {
        for (int level = 0; level < levelFields.length; level++) {
            levelFields[level] += other.levelFields[level];
            levelErrors[level] += other.levelErrors[level];
        }
        fields += other.fields;
        right += other.right;
        accepted += other.accepted;
        acceptedWrong += other.acceptedWrong;
        return this;
    }

    /** Fields with a value to be read, and those without that could have been accepted. */
    public long fields() {
        return fields;
    }

    /** Fields that were accepted. */
    public long accepted() {
        return accepted;
    }

    /** Those of them whose value is not what was written. */
    public long acceptedWrong() {
        return acceptedWrong;
    }

    /** Errors among the accepted against the share accepted, over all thresholds; none where nothing could be accepted at any. */
    public Optional<RiskCoverage> riskCoverage() {
        for (long count : levelFields) {
            if (count > 0) {
                return Optional.of(RiskCoverage.of(levelFields, levelErrors, fields));
            }
        }
        return Optional.empty();
    }

    /** As rows of the table {@code metrics}. */
    public List<Metric> metrics() {
        var metrics = new ArrayList<Metric>();
        if (fields > 0) {
            metrics.add(new Metric("field_accuracy", Evaluation.ALL, (double) right / fields, fields));
            metrics.add(new Metric("field_coverage", Evaluation.ALL, (double) accepted / fields, fields));
        }
        if (accepted > 0) {
            metrics.add(new Metric("field_error", Evaluation.ALL, (double) acceptedWrong / accepted, accepted));
            metrics.add(new Metric(
                    "field_error_upper",
                    Evaluation.ALL,
                    ClopperPearson.upper(acceptedWrong, accepted, RiskCoverage.CONFIDENCE_OF_BOUND),
                    accepted));
        }
        return List.copyOf(metrics);
    }
}
