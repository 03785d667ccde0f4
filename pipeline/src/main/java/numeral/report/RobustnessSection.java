package numeral.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import numeral.report.ReportData.Metric;

/** Accuracy on spoilt examples: a row for each kind of corruption, a column for each strength. */
final class RobustnessSection {
    private static final String ID = "robustness";
    private static final String TITLE = "Robustness";
    private static final String ACCURACY = "robust_accuracy";

    private RobustnessSection() {}

    static Section of(List<Metric> metrics) {
        var byName = new Metrics(metrics);
        var kinds = new TreeMap<String, Map<Integer, Metric>>();
        for (Metric metric : metrics) {
            int slash = metric.scope().indexOf('/');
            if (metric.name().equals(ACCURACY) && slash > 0) {
                kinds.computeIfAbsent(metric.scope().substring(0, slash), kind -> new TreeMap<>())
                        .put(Integer.parseInt(metric.scope().substring(slash + 1)), metric);
            }
        }
        if (kinds.isEmpty()) {
            return Section.absent(
                    ID, TITLE, "Not measured.", "evaluate --robustness", "reads a sample spoilt in many ways.");
        }
        var strengths = kinds.values().stream()
                .flatMap(shares -> shares.keySet().stream())
                .distinct()
                .sorted()
                .toList();
        var table = new Table().words("Corruption");
        strengths.forEach(strength -> table.numbers("Strength " + strength));
        table.numbers("Mean");
        kinds.forEach((kind, shares) -> table.row(kind, row(shares, strengths)));
        String caption = String.format(
                "Accuracy on a sample of %s spoilt examples: %s on average, %s on the same examples as they are.",
                Numbers.count(byName.examples(ID, "all")),
                byName.percent(ID, "all"),
                byName.percent(ACCURACY, "clean"));
        return Section.of(ID, TITLE, Section.figure(table.html(), caption));
    }

    private static String[] row(Map<Integer, Metric> shares, List<Integer> strengths) {
        var cells = new ArrayList<String>();
        for (int strength : strengths) {
            var share = shares.get(strength);
            cells.add(Numbers.percent(share == null ? Double.NaN : share.value()));
        }
        cells.add(Numbers.percent(
                shares.values().stream().mapToDouble(Metric::value).average().orElse(Double.NaN)));
        return cells.toArray(String[]::new);
    }
}
