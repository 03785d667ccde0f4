package numeral.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import numeral.report.ReportData.Metric;

/** The confusion matrix as a table: right readings shaded by their share, errors by their number. */
final class ConfusionSection {
    private static final String ID = "confusion";
    private static final String TITLE = "Confusion matrix";
    private static final int DIGITS = 10;

    private ConfusionSection() {}

    static Section of(List<Metric> metrics) {
        if (metrics.stream().noneMatch(metric -> metric.name().equals("confusion"))) {
            return Section.absent(ID, TITLE, "No evaluation yet.", "evaluate", "counts which digit was read as which.");
        }
        long[][] counts = counts(new Metrics(metrics));
        return Section.of(
                ID,
                TITLE,
                Section.figure(
                        table(counts),
                        "Rows are the true digits, columns what was read. Blue is right, red is wrong, the stronger the more;"
                                + " a dot is none."));
    }

    private static long[][] counts(Metrics metrics) {
        var counts = new long[DIGITS][DIGITS];
        for (int truth = 0; truth < DIGITS; truth++) {
            for (int read = 0; read < DIGITS; read++) {
                counts[truth][read] = metrics.count("confusion", truth + ">" + read);
            }
        }
        return counts;
    }

    private static Html table(long[][] counts) {
        long mostErrors = 1;
        for (int truth = 0; truth < DIGITS; truth++) {
            for (int read = 0; read < DIGITS; read++) {
                mostErrors = truth == read ? mostErrors : Math.max(mostErrors, counts[truth][read]);
            }
        }
        var table = new Table().words("True");
        IntStream.range(0, DIGITS).mapToObj(Integer::toString).forEach(table::numbers);
        table.numbers("Errors");
        for (int truth = 0; truth < DIGITS; truth++) {
            table.row(Integer.toString(truth), cells(truth, counts[truth], mostErrors));
        }
        return table.html().attr("class", "scroll confusion");
    }

    private static List<Html> cells(int truth, long[] counts, long mostErrors) {
        long occurrences =
                IntStream.range(0, DIGITS).mapToLong(read -> counts[read]).sum();
        var cells = new ArrayList<Html>();
        for (int read = 0; read < DIGITS; read++) {
            boolean right = read == truth;
            double heat = (double) counts[read] / (right ? occurrences : mostErrors);
            cells.add(counts[read] == 0 ? Table.number("·").attr("class", "none") : heated(counts[read], right, heat));
        }
        cells.add(Table.number(Numbers.count(occurrences - counts[truth])));
        return cells;
    }

    private static Html heated(long count, boolean right, double heat) {
        // the square root lets a single error still be seen beside the most frequent one
        double alpha = right ? 0.45 * heat : 0.12 + 0.58 * Math.sqrt(heat);
        return Table.number(Numbers.count(count))
                .attr("class", right ? "right" : "wrong")
                .attr("style", String.format(Locale.ROOT, "--heat:%.3f", alpha));
    }
}
