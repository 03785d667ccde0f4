package numeral.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a model reads the same examples spoilt in every way.
 *
 * @param clean the examples as they are
 * @param spoilt one share for each of {@link Corruption#all}, in that order
 */
public record Robustness(Share clean, List<Share> spoilt) {
    /** Name of the mean over all corruptions in the table {@code metrics}, its class {@code all}. */
    public static final String MEAN = "robustness";
    /** Scope of the examples as they are. */
    public static final String CLEAN = "clean";

    public Robustness {
        spoilt = List.copyOf(spoilt);
        List<String> expected = Corruption.all().stream().map(Corruption::label).toList();
        List<String> found = spoilt.stream().map(Share::scope).toList();
        if (!found.equals(expected)) {
            throw new IllegalArgumentException("robustness: expected the corruptions " + expected + ", found " + found);
        }
    }

    /** From shares by scope, {@value #CLEAN} or {@link Corruption#label}, in any order. */
    public static Robustness of(List<Share> shares) {
        Map<String, Share> byScope = new TreeMap<>();
        shares.forEach(share -> byScope.put(share.scope(), share));
        List<Share> spoilt = new ArrayList<>();
        for (Corruption corruption : Corruption.all()) {
            if (byScope.containsKey(corruption.label())) {
                spoilt.add(byScope.get(corruption.label()));
            }
        }
        if (!byScope.containsKey(CLEAN)) {
            throw new IllegalArgumentException(
                    "robustness: expected the examples as they are, found " + byScope.keySet());
        }
        return new Robustness(byScope.get(CLEAN), spoilt);
    }

    /** Unweighted mean accuracy over all corruptions. */
    public double mean() {
        return spoilt.stream().mapToDouble(Share::value).average().orElseThrow();
    }

    /** Rows of the table {@code metrics}. */
    public List<Metric> metrics() {
        List<Metric> metrics = new ArrayList<>();
        metrics.add(new Metric(MEAN, Evaluation.ALL, mean(), clean.n()));
        metrics.add(clean.metric("robust_accuracy"));
        spoilt.forEach(share -> metrics.add(share.metric("robust_accuracy")));
        return List.copyOf(metrics);
    }
}
