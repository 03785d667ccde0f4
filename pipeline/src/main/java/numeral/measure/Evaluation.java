package numeral.measure;

import java.util.ArrayList;
import java.util.List;

/**
 * What one model scored on one labelled split.
 *
 * @param confusion counts of true digit against digit read
 * @param logLoss mean logarithmic loss, in nats
 * @param calibration confidence against accuracy
 * @param riskCoverage errors among the most confident examples
 */
public record Evaluation(
        ConfusionMatrix confusion, double logLoss, Calibration calibration, RiskCoverage riskCoverage) {

    static final String ALL = "all";
    /** Both bounds at this confidence enclose the accuracy in an interval at 95 %. */
    private static final double CONFIDENCE_OF_EACH_BOUND = 0.975;

    private static final double[] COVERAGES = {0.5, 0.7, 0.8, 0.85, 0.9, 0.92, 0.94, 0.96, 0.97, 0.98, 0.99, 0.995, 1};

    /** Examples scored. */
    public long n() {
        return confusion.n();
    }

    /** Everything measured, as rows of the table {@code metrics}; the same names and scopes for every evaluation, in the same order. */
    public List<Metric> metrics() {
        var metrics = new ArrayList<Metric>();
        overall(metrics);
        perDigit(metrics);
        confusionCells(metrics);
        riskCoverage(metrics);
        return List.copyOf(metrics);
    }

    private void overall(List<Metric> metrics) {
        long n = n();
        long correct = confusion.correct();
        double accuracy = confusion.accuracy();
        metrics.add(new Metric("accuracy", ALL, accuracy, n));
        metrics.add(new Metric("accuracy_lower", ALL, ClopperPearson.lower(correct, n, CONFIDENCE_OF_EACH_BOUND), n));
        metrics.add(new Metric("accuracy_upper", ALL, ClopperPearson.upper(correct, n, CONFIDENCE_OF_EACH_BOUND), n));
        metrics.add(new Metric("loss", ALL, logLoss, n));
        metrics.add(new Metric("calibration_error", ALL, calibration.expectedError(), n));
        for (String score : List.of("precision", "recall", "f1")) {
            metrics.add(new Metric(score, "micro", accuracy, n));
        }
        metrics.add(new Metric("precision", "macro", confusion.precisionMacro(), n));
        metrics.add(new Metric("recall", "macro", confusion.recallMacro(), n));
        metrics.add(new Metric("f1", "macro", confusion.f1Macro(), n));
    }

    private void perDigit(List<Metric> metrics) {
        for (int digit = 0; digit < ConfusionMatrix.CLASSES; digit++) {
            String scope = Integer.toString(digit);
            long occurrences = confusion.occurrences(digit);
            metrics.add(new Metric("precision", scope, confusion.precision(digit), confusion.readings(digit)));
            metrics.add(new Metric("recall", scope, confusion.recall(digit), occurrences));
            metrics.add(new Metric("f1", scope, confusion.f1(digit), occurrences));
        }
    }

    private void confusionCells(List<Metric> metrics) {
        for (int truth = 0; truth < ConfusionMatrix.CLASSES; truth++) {
            for (int read = 0; read < ConfusionMatrix.CLASSES; read++) {
                metrics.add(new Metric(
                        "confusion", truth + ">" + read, confusion.count(truth, read), confusion.occurrences(truth)));
            }
        }
    }

    private void riskCoverage(List<Metric> metrics) {
        for (double coverage : COVERAGES) {
            var point = riskCoverage.at(coverage);
            String scope = "coverage>=" + coverage;
            metrics.add(new Metric("risk", scope, point.risk(), point.accepted()));
            metrics.add(new Metric("risk_upper", scope, point.riskUpper(), point.accepted()));
            metrics.add(new Metric("threshold", scope, point.threshold(), point.accepted()));
        }
    }
}
