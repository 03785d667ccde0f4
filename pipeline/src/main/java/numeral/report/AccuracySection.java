package numeral.report;

import java.util.ArrayList;
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
    private static final List<String> SCORES = List.of("precision", "recall", "f1");

    private AccuracySection() {}

    static Section of(List<Metric> metrics) {
        if (metrics.isEmpty()) {
            return Section.absent(ID, TITLE, "No evaluation yet: evaluate measures a model on a labelled split.");
        }
        var body = new ArrayList<Html>();
        body.add(scores(new Metrics(metrics)));
        if (metrics.stream().anyMatch(metric -> metric.name().equals("risk"))) {
            body.add(Section.figure(
                    Html.of("div", riskCoverage(metrics).svg()).attr("class", "charts"),
                    "Errors among the most confident readings, against the share of readings accepted. The bound holds at 95 %"
                            + " for each point alone."));
        }
        return new Section(ID, TITLE, body);
    }

    private static Html scores(Metrics metrics) {
        var rows = new ArrayList<List<Html>>();
        for (int digit = 0; digit <= 9; digit++) {
            rows.add(scores(metrics, Integer.toString(digit), Integer.toString(digit), "recall"));
        }
        rows.add(scores(metrics, "macro", "Macro average", "precision"));
        rows.add(scores(metrics, "micro", "Micro average", "precision"));
        return Table.of(List.of("Digit", "Precision", "Recall", "F1", "Examples"), rows);
    }

    private static List<Html> scores(Metrics metrics, String scope, String title, String counted) {
        var row = new ArrayList<Html>();
        row.add(Table.rowHeader(title));
        SCORES.forEach(score -> row.add(Table.number(metrics.percent(score, scope))));
        row.add(Table.number(Numbers.count(metrics.examples(counted, scope))));
        return row;
    }

    private static LineChart riskCoverage(List<Metric> metrics) {
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
