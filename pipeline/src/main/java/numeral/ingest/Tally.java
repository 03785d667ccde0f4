package numeral.ingest;

import java.io.Serializable;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts of outcomes, filled in tasks and merged on the driver. */
final class Tally implements Serializable {
    private static final long serialVersionUID = 1L;

    private long accepted;
    private final TreeMap<String, Long> byReason = new TreeMap<>();
    private final TreeSet<String> defects = new TreeSet<>();

    Tally add(Outcome outcome) {
        if (outcome instanceof Outcome.Digit) {
            accepted++;
        } else if (outcome instanceof Outcome.Refused refused) {
            byReason.merge(refused.reason().name(), 1L, Long::sum);
        } else if (outcome instanceof Outcome.Defect defect) {
            defects.add(defect.problem());
        }
        return this;
    }

    Tally merge(Tally other) {
        accepted += other.accepted;
        other.byReason.forEach((reason, count) -> byReason.merge(reason, count, Long::sum));
        defects.addAll(other.defects);
        return this;
    }

    long read() {
        return accepted + quarantined();
    }

    long accepted() {
        return accepted;
    }

    long quarantined() {
        return byReason.values().stream().mapToLong(Long::longValue).sum();
    }

    SortedMap<String, Long> byReason() {
        return byReason;
    }

    SortedSet<String> defects() {
        return defects;
    }
}
