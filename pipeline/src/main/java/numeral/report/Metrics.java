package numeral.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import numeral.report.ReportData.Metric;

/** The metrics of one evaluation by name and scope. */
final class Metrics {
    private final Map<String, Metric> byName = new LinkedHashMap<>();

    Metrics(List<Metric> metrics) {
        metrics.forEach(metric -> byName.put(key(metric.name(), metric.scope()), metric));
    }

    /** The value, if it was measured. */
    OptionalDouble value(String name, String scope) {
        var metric = byName.get(key(name, scope));
        return metric == null ? OptionalDouble.empty() : OptionalDouble.of(metric.value());
    }

    /** The value as a percentage, or a dash. */
    String percent(String name, String scope) {
        return Numbers.percent(value(name, scope).orElse(Double.NaN));
    }

    /** A count, 0 where it was not measured. */
    long count(String name, String scope) {
        return (long) value(name, scope).orElse(0);
    }

    /** The examples behind a number, 0 where it was not measured. */
    long examples(String name, String scope) {
        var metric = byName.get(key(name, scope));
        return metric == null ? 0 : metric.n();
    }

    private static String key(String name, String scope) {
        return name + ' ' + scope;
    }
}
