package numeral.jobs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import numeral.InputRefused;
import numeral.form.decide.DecisionSettings;
import numeral.measure.FieldTruth;
import numeral.score.ScoreSettings;
import numeral.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Crops of extract runs into {@code predictions} and {@code fields}: value, confidence, and a decision that says why it is not ACCEPT. A run that
 * this model has read already, from the same crops under the same rules, is left as it is. With the truth, errors and coverage are measured.
 */
@Command(
        name = "score",
        description =
                "Crops of extract runs into predictions and fields. --run takes several ids, separated by commas.")
final class ScoreJob implements Job {
    @Option(names = "--model", required = true, description = "Id of a registered model, champion, or shipped")
    String modelId;

    @Option(names = "--all", description = "All extract runs instead of those of --run")
    boolean all;

    @Option(names = "--again", description = "Also runs that are done")
    boolean again;

    @Option(
            names = "--truth",
            paramLabel = "FILE",
            description = "What was really written, as CSV or JSON: publishes errors and the risk-coverage curve")
    Optional<String> truth = Optional.empty();

    @Option(
            names = "--certify",
            description =
                    "With --truth: looks for thresholds that keep errors below 1 %%, 0.5 %% and 0.1 %% at 95 %% confidence,"
                            + " for later runs of score")
    boolean certify;

    @Override
    public void check(Problems problems) {
        problems.requireSettings(ScoreSettings::from);
        problems.requireSettings(config -> DecisionSettings.from(config, 1));
        truth.ifPresent(file -> {
            problems.requireInput("--truth", file);
            problems.requireText("--truth", file, FieldTruth::parse);
        });
        if (certify && truth.isEmpty()) {
            problems.add("--certify: expected --truth FILE as well");
        }
    }

    @Override
    public Summary run(Workspace workspace) throws IOException {
        ChosenModel model = ChosenModel.of(workspace, modelId);
        List<String> scored = new ArrayList<>();
        List<Map<String, Object>> labelled = new ArrayList<>();
        List<String> runs = runs(workspace);
        DecisionCounts counts = new DecisionCounts();
        boolean certified = true;
        Optional<FieldMetrics> metrics = metrics(workspace, model);
        for (String run : runs) {
            RunScoring scoring = new RunScoring(workspace, model, run);
            if (again || !scoring.done()) {
                scoring.score();
                scored.add(run);
            }
            metrics.ifPresent(fields -> labelled.addAll(fields.publish(scoring, certify)));
            counts.add(scoring.fields());
            certified &= scoring.rules().certified();
        }
        Summary summary = new Summary()
                .with("run", String.join(",", runs))
                .with("model", model.id())
                .with("scored", scored)
                .with("done_before", runs.size() - scored.size())
                .with("certified", certified)
                .with("max_error", ScoreSettings.from(workspace.config()).maxError());
        counts.tell(summary);
        if (truth.isPresent()) {
            summary.with("labelled", labelled);
        }
        return summary.with("seconds", workspace.seconds());
    }

    private Optional<FieldMetrics> metrics(Workspace workspace, ChosenModel model) throws IOException {
        if (truth.isEmpty()) {
            return Optional.empty();
        }
        FieldTruth written = FieldTruth.parse(workspace.read(truth.get()));
        return Optional.of(new FieldMetrics(workspace, model.id(), truth.get(), written));
    }

    private List<String> runs(Workspace workspace) {
        if (!all) {
            return Arrays.stream(workspace.runId().split(",", -1)).distinct().toList();
        }
        List<String> runs =
                workspace
                        .tables()
                        .read(Table.TEMPLATES)
                        .select("run")
                        .distinct()
                        .orderBy("run")
                        .collectAsList()
                        .stream()
                        .map(row -> row.getString(0))
                        .toList();
        if (runs.isEmpty()) {
            throw new InputRefused(List.of("no run has pages; run extract first"));
        }
        return runs;
    }
}
