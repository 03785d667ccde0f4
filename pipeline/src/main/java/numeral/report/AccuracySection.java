package numeral.report;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import numeral.report.LineChart.Line;
import numeral.report.LineChart.Point;
import numeral.report.ReportData.Metric;

/** Scores of each digit and errors against coverage. */
final class AccuracySection {
    private static final String ID = "accuracy";
    private static final String TITLE = "Accuracy";
    private static final String COVERAGE = "coverage>=";

    private AccuracySection() {}

    static Section of(List<Metric> metrics) {
        if (metrics.isEmpty()) {
            return Section.absent(ID, TITLE, "No evaluation yet.", "evaluate", "measures a model on a labelled split.");
        }
        var columns = Html.of("div", scores(new Metrics(metrics))).attr("class", "columns");
        if (hasRiskCoverage(metrics)) {
            columns.add(Section.figure(
                    riskCoverage(metrics).svg(),
                    "Errors among the most confident readings, against the share of readings accepted. The bound holds at"
                            + " 95\u00a0% for each point alone."));
        }
        return Section.of(ID, TITLE, columns);
    }

    private static Html scores(Metrics metrics) {
        var table = new Table().words("Digit").numbers("Precision", "Recall", "F1", "Examples");
        for (int digit = 0; digit <= 9; digit++) {
            scores(table, Integer.toString(digit), metrics, Integer.toString(digit), "recall");
        }
        scores(table, "Macro", metrics, "macro", "precision");
        scores(table, "Micro", metrics, "micro", "precision");
        return table.html();
    }

    private static void scores(Table table, String title, Metrics metrics, String scope, String counted) {
        table.row(
                title,
                metrics.percent("precision", scope),
                metrics.percent("recall", scope),
                metrics.percent("f1", scope),
                Numbers.count(metrics.examples(counted, scope)));
    }

    static boolean hasRiskCoverage(List<Metric> metrics) {
        return metrics.stream().anyMatch(metric -> metric.name().equals("risk"));
    }

    static LineChart riskCoverage(List<Metric> metrics) {
        var lines = List.of(curve("errors", "risk", metrics), curve("bound", "risk_upper", metrics));
        double[] coverage = points(lines, Point::x);
        double[] risk = DoubleStream.concat(DoubleStream.of(0), DoubleStream.of(points(lines, Point::y)))
                .toArray();
        return new LineChart(
                "Risk-coverage curve",
                "Readings accepted, %",
                "Errors, %",
                Ticks.enclosing(coverage, 5, 1e-6),
                Ticks.enclosing(risk, 5, 1e-6),
                lines);
    }

    private static Line curve(String title, String name, List<Metric> metrics) {
        return new Line(
                title,
                metrics.stream()
                        .filter(metric ->
                                metric.name().equals(name) && metric.scope().startsWith(COVERAGE))
                        .map(metric -> new Point(
                                100 * Double.parseDouble(metric.scope().substring(COVERAGE.length())),
                                100 * metric.value()))
                        .sorted(Comparator.comparingDouble(Point::x))
                        .toList());
    }

    private static double[] points(List<Line> lines, ToDoubleFunction<Point> coordinate) {
        return lines.stream()
                .flatMap(line -> line.points().stream())
                .mapToDouble(coordinate)
                .toArray();
    }
}
