package numeral.measure;

/**
 * Examples read right among those of one scope.
 *
 * @param scope what the examples have in common
 * @param correct examples read right
 * @param n examples, at least one
 */
public record Share(String scope, long correct, long n) {
    public Share {
        if (n < 1 || correct < 0 || correct > n) {
            throw new IllegalArgumentException("share of " + scope + ": " + correct + " right of " + n
                    + ", expected at least one example and 0 <= right <= examples");
        }
    }

    double value() {
        return (double) correct / n;
    }

    /** As a row of the table {@code metrics}. */
    public Metric metric(String name) {
        return new Metric(name, scope, value(), n);
    }
}
