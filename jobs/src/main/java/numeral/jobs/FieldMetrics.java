package numeral.jobs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import numeral.InputRefused;
import numeral.measure.Certificate;
import numeral.measure.FieldTally;
import numeral.measure.FieldTruth;
import numeral.measure.Metric;
import numeral.measure.RiskCoverage;
import numeral.score.LabelledFields;
import numeral.score.ScoreSettings;
import numeral.table.Table;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Publishes how a scored run compares with what was really written. */
final class FieldMetrics {
    private static final List<Double> LIMITS = List.of(0.01, 0.005, 0.001);

    private final Workspace workspace;
    private final String modelId;
    private final String truthFile;
    private final FieldTruth truth;

    FieldMetrics(Workspace workspace, String modelId, String truthFile, FieldTruth truth) {
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
    List<Map<String, Object>> publish(RunScoring scoring, boolean certify) {
        LabelledFields labelled = new LabelledFields(scoring.pages(), scoring.fields(), truth);
        List<Row> metrics = new ArrayList<>();
        List<Row> points = new ArrayList<>();
        List<Row> certificates = new ArrayList<>();
        List<Map<String, Object>> told = new ArrayList<>();
        String run = scoring.run().id();
        for (String template : scoring.rules().forms().keySet()) {
            LabelledFields.Counts counts = labelled.count(template);
            FieldTally tally = counts.values();
            if (tally.fields() == 0) {
                continue;
            }
            List<Metric> measured = new ArrayList<>(tally.metrics());
            measured.addAll(counts.crossedOut().metrics());
            measured.forEach(m -> metrics.add(RowFactory.create(
                    run, modelId, RunScoring.JOB, template, truthFile, m.name(), m.scope(), m.value(), m.n())));
            Optional<RiskCoverage> curve = tally.riskCoverage();
            curve.ifPresent(all -> points.addAll(RiskRows.of(all, run, modelId, RunScoring.JOB, template)));
            Map<String, Object> figures = figures(template, tally, measured);
            if (certify) {
                List<Certificate> found = certificates(curve);
                String settings = RunRules.settingsDigest(workspace.config());
                found.forEach(one -> certificates.add(
                        CertificateRows.row(one, run, modelId, template, settings, tally.fields(), truthFile)));
                figures.put(
                        "certificates",
                        found.stream().map(CertificateRows::figures).toList());
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

    private List<Certificate> certificates(Optional<RiskCoverage> curve) {
        TreeSet<Double> limits = new TreeSet<>(LIMITS);
        limits.add(ScoreSettings.from(workspace.config()).maxError());
        return limits.descendingSet().stream()
                .map(limit -> curve.map(all -> Certificate.of(all, limit))
                        .orElseGet(() -> new Certificate.Uncertified(limit, "no field could be accepted")))
                .toList();
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
}
