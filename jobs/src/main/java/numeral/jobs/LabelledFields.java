package numeral.jobs;

import static org.apache.spark.sql.functions.col;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import numeral.InputRefused;
import numeral.form.FieldState;
import numeral.form.decide.FieldReading;
import numeral.measure.Certificate;
import numeral.measure.CrossedOutTally;
import numeral.measure.FieldTally;
import numeral.measure.FieldTruth;
import numeral.measure.Metric;
import numeral.measure.RiskCoverage;
import numeral.score.ScoreSettings;
import numeral.table.Table;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function2;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Measures the fields of a scored run against what was really written in them. */
final class LabelledFields {
    private static final List<Double> LIMITS = List.of(0.01, 0.005, 0.001);

    private final Workspace workspace;
    private final String modelId;
    private final String truthFile;
    private final FieldTruth truth;

    LabelledFields(Workspace workspace, String modelId, String truthFile, FieldTruth truth) {
        this.workspace = workspace;
        this.modelId = modelId;
        this.truthFile = new Path(truthFile).getName();
        this.truth = truth;
    }

    /**
     * Publishes metrics and the risk-coverage curve of the run, and certificates where they are asked for.
     *
     * @return the figures of each form of which the truth knows fields
     */
    List<Map<String, Object>> measure(RunScoring scoring, boolean certify) {
        List<Row> metrics = new ArrayList<>();
        List<Row> points = new ArrayList<>();
        List<Row> certificates = new ArrayList<>();
        List<Map<String, Object>> told = new ArrayList<>();
        String run = scoring.run().id();
        for (String template : scoring.rules().forms().keySet()) {
            FieldTally tally = tally(scoring, template);
            if (tally.fields() == 0) {
                continue;
            }
            List<Metric> measured = new ArrayList<>(tally.metrics());
            measured.addAll(crossedOut(scoring, template).metrics());
            measured.forEach(m -> metrics.add(RowFactory.create(
                    run, modelId, RunScoring.JOB, template, truthFile, m.name(), m.scope(), m.value(), m.n())));
            Optional<RiskCoverage> curve = tally.riskCoverage();
            curve.ifPresent(all -> points.addAll(RiskRows.of(all, run, modelId, RunScoring.JOB, template)));
            Map<String, Object> figures = figures(template, tally, measured);
            if (certify) {
                List<Certificate> found = certificates(curve);
                found.forEach(one -> certificates.add(row(one, run, template, tally.fields())));
                figures.put(
                        "certificates",
                        found.stream().map(LabelledFields::figures).toList());
            }
            told.add(figures);
        }
        if (told.isEmpty()) {
            throw new InputRefused(List.of("truth " + truthFile + " names no field of run " + run
                    + ": expected places such as "
                    + scoring.pages().select("key").first().getString(0)));
        }
        Map<String, String> scope = Map.of("model", modelId, "job", RunScoring.JOB);
        publish(Table.METRICS, metrics, scoring, scope);
        publish(Table.RISK_COVERAGE, points, scoring, scope);
        if (certify) {
            publish(Table.CERTIFICATES, certificates, scoring, Map.of("model", modelId));
        }
        return told;
    }

    private void publish(Table table, List<Row> rows, RunScoring scoring, Map<String, String> scope) {
        workspace.tables().publish(table, workspace.tables().rows(table, rows), scoring.run(), scope);
    }

    private FieldTally tally(RunScoring scoring, String template) {
        FieldTally tally = measured(
                scoring,
                template,
                new FieldTally(),
                (sum, row, field) -> sum.add(outcome(row, field)),
                FieldTally::merge);
        Dataset<Row> pages = pages(scoring, template);
        long unread = pages
                .where(col("regions").isNull().and(col("status").notEqual("DUPLICATE")))
                .select("key")
                .collectAsList()
                .stream()
                .mapToLong(page -> truth.legible(page.getString(0)))
                .sum();
        return tally.addUnread(unread);
    }

    private CrossedOutTally crossedOut(RunScoring scoring, String template) {
        return measured(
                scoring,
                template,
                new CrossedOutTally(),
                (sum, row, field) -> sum.add(field, row.getString(6).equals(FieldState.CROSSED_OUT.name())),
                CrossedOutTally::merge);
    }

    /** Adds a field of which the truth is known to a tally. */
    private interface Adding<T> extends Serializable {
        T add(T tally, Row field, FieldTruth.Written written);
    }

    private <T> T measured(RunScoring scoring, String template, T empty, Adding<T> adding, Function2<T, T, T> merge) {
        Broadcast<FieldTruth> known = JavaSparkContext.fromSparkContext(
                        workspace.spark().sparkContext())
                .broadcast(truth);
        return scoring.fields()
                .join(pages(scoring, template).select(col("key").as("page")), "page")
                .select("page", "field", "value", "gated", "decision", "confidence", "state")
                .toJavaRDD()
                .aggregate(
                        empty,
                        (sum, row) -> known.value()
                                .of(row.getString(0), row.getString(1))
                                .map(written -> adding.add(sum, row, written))
                                .orElse(sum),
                        merge);
    }

    private static Dataset<Row> pages(RunScoring scoring, String template) {
        return scoring.pages().where(col("template").equalTo(template));
    }

    private static FieldTally.Outcome outcome(Row row, FieldTruth.Written written) {
        String value = row.isNullAt(2) ? "" : row.getString(2);
        return new FieldTally.Outcome(
                written.legible() && value.equals(written.value()),
                written.legible(),
                row.getBoolean(3) || value.isEmpty(),
                row.getString(4).equals(FieldReading.Decision.ACCEPT.name()),
                row.getDouble(5));
    }

    private List<Certificate> certificates(Optional<RiskCoverage> curve) {
        TreeSet<Double> limits = new TreeSet<>(LIMITS);
        limits.add(ScoreSettings.from(workspace.config()).maxError());
        return limits.descendingSet().stream()
                .map(limit -> curve.map(all -> Certificate.of(all, limit))
                        .orElseGet(() -> new Certificate.Uncertified(limit, "no field could be accepted")))
                .toList();
    }

    private Row row(Certificate certificate, String run, String template, long labelled) {
        Optional<RiskCoverage.Point> point = point(certificate);
        return RowFactory.create(
                run,
                modelId,
                template,
                RunRules.settingsDigest(workspace.config()),
                certificate.maxError(),
                status(certificate),
                certificate instanceof Certificate.Uncertified refused ? refused.reason() : null,
                point.map(RiskCoverage.Point::threshold).orElse(null),
                point.map(RiskCoverage.Point::coverage).orElse(null),
                point.map(RiskCoverage.Point::riskUpper).orElse(null),
                labelled,
                truthFile);
    }

    private static Map<String, Object> figures(String template, FieldTally tally, List<Metric> measured) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("template", template);
        figures.put("fields", tally.fields());
        figures.put("accepted", tally.accepted());
        figures.put("accepted_wrong", tally.acceptedWrong());
        measured.forEach(metric -> figures.put(metric.name(), Summary.rounded(metric.value())));
        return figures;
    }

    private static Map<String, Object> figures(Certificate certificate) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("max_error", certificate.maxError());
        figures.put("status", status(certificate));
        if (certificate instanceof Certificate.Uncertified refused) {
            figures.put("reason", refused.reason());
        }
        point(certificate).ifPresent(point -> {
            figures.put("threshold", point.threshold());
            figures.put("coverage", Summary.rounded(point.coverage()));
        });
        return figures;
    }

    private static Optional<RiskCoverage.Point> point(Certificate certificate) {
        return certificate instanceof Certificate.Certified certified
                ? Optional.of(certified.point())
                : Optional.empty();
    }

    private static String status(Certificate certificate) {
        return certificate instanceof Certificate.Certified ? "CERTIFIED" : "UNCERTIFIED";
    }
}
