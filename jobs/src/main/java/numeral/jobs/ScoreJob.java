package numeral.jobs;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.sum;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import numeral.InputRefused;
import numeral.form.DecisionSettings;
import numeral.form.FieldReading.Decision;
import numeral.measure.FieldTruth;
import numeral.score.ScoreSettings;
import numeral.table.Table;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
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
    public Summary run(Workspace workspace) throws Exception {
        ChosenModel model = ChosenModel.of(workspace, modelId);
        List<String> scored = new ArrayList<>();
        List<Map<String, Object>> labelled = new ArrayList<>();
        List<String> runs = runs(workspace);
        Counts counts = new Counts();
        boolean certified = true;
        for (String run : runs) {
            RunScoring scoring = new RunScoring(workspace, model, run);
            if (again || !scoring.done()) {
                scoring.score();
                scored.add(run);
            }
            if (truth.isPresent()) {
                FieldTruth written = FieldTruth.parse(workspace.read(truth.get()));
                labelled.addAll(
                        new LabelledFields(workspace, model.id(), truth.get(), written).measure(scoring, certify));
            }
            counts.add(scoring.fields());
            certified &= scoring.rules().certified();
        }
        Summary summary = new Summary()
                .with("run", String.join(",", runs))
                .with("model", model.id())
                .with("scored", scored)
                .with("done_before", runs.size() - scored.size())
                .with("certified", certified)
                .with("max_error", ScoreSettings.from(workspace.config()).maxError())
                .with("pages", counts.pages);
        counts.tell(summary);
        if (truth.isPresent()) {
            summary.with("labelled", labelled);
        }
        return summary.with("seconds", workspace.seconds());
    }

    private List<String> runs(Workspace workspace) {
        if (!all) {
            return List.of(workspace.runId().split(",", -1));
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

    /** Fields by decision. */
    private static final class Counts {
        private final Map<String, Long> decisions = new HashMap<>();
        private long fields;
        private long pages;
        private long audit;

        void add(Dataset<Row> read) {
            pages += read.select("page").distinct().count();
            read.groupBy("decision")
                    .agg(sum(col("audit").cast("long")), count("*"))
                    .collectAsList()
                    .forEach(row -> {
                        audit += row.getLong(1);
                        fields += row.getLong(2);
                        decisions.merge(row.getString(0), row.getLong(2), Long::sum);
                    });
        }

        void tell(Summary summary) {
            summary.with("fields", fields)
                    .with("accepted", decisions.getOrDefault(Decision.ACCEPT.name(), 0L))
                    .with("audit", audit)
                    .with("review", decisions.getOrDefault(Decision.REVIEW.name(), 0L))
                    .with("blank", decisions.getOrDefault(Decision.BLANK.name(), 0L))
                    .with("error", decisions.getOrDefault(Decision.ERROR.name(), 0L));
        }
    }
}
