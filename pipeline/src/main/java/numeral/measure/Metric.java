package numeral.measure;

import static java.util.Objects.requireNonNull;

/**
 * One number of an evaluation, as the table {@code metrics} keeps it. docs/metrics.md lists the names.
 *
 * @param name for example {@code recall}
 * @param scope what the number is of, the column {@code class}: a digit, {@code macro}, {@code micro}, {@code all}, {@code true>read} for a cell of
 *     the confusion matrix, {@code coverage>=share} for a point of the risk-coverage curve
 * @param value the number
 * @param n examples behind it
 */
public record Metric(String name, String scope, double value, long n) {
    public Metric {
        requireNonNull(name);
        requireNonNull(scope);
    }
}
