package numeral.jobs;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import numeral.InputRefused;
import numeral.form.DecisionSettings;
import numeral.form.FieldReading;
import numeral.network.ModelFile;
import numeral.score.FieldScoring;
import numeral.score.ScoreSettings;
import numeral.score.Scoring;
import numeral.table.Run;
import numeral.table.Table;
import numeral.table.Tables;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Crops of an extract run into {@code predictions} and {@code fields}: value, confidence, and a decision that says why it is not ACCEPT. */
@Command(name = "score", description = "Crops of an extract run into predictions and fields.")
final class ScoreJob implements Job {
    static final String NAME = "score";

    @Option(names = "--model", required = true, description = "Id of a registered model, champion, or shipped")
    String modelId;

    @Override
    public void check(Problems problems) {
        problems.requireSettings(ScoreSettings::from);
        problems.requireSettings(config -> DecisionSettings.from(config, 1));
    }

    @Override
    public Summary run(Workspace workspace) {
        Tables tables = workspace.tables();
        ChosenModel model = ChosenModel.of(workspace, modelId);
        Run run = workspace.run(Map.of("model", model.id()));
        Map<String, String> texts = new HashMap<>();
        tables.read(Table.TEMPLATES, run.id())
                .collectAsList()
                .forEach(row -> texts.put(row.getAs("template"), row.getAs("json")));
        if (texts.isEmpty()) {
            throw new InputRefused(
                    List.of("run " + run.id() + " has no pages; run extract with --run " + run.id() + " first"));
        }
        Dataset<Row> crops = tables.read(Table.CROPS, run.id());
        Dataset<Row> scored = Scoring.predict(
                crops.select(col("key"), col("image"), lit(null).cast("int").as("label")),
                model.file(),
                run.id(),
                NAME,
                model.id(),
                ScoreSettings.from(workspace.config()));
        long digits = tables.publish(Table.PREDICTIONS, scored, run, Map.of("model", model.id(), "job", NAME));
        workspace.progress("%,d crops scored", digits);

        Dataset<Row> predictions = tables.read(Table.PREDICTIONS, run.id())
                .where(col("job").equalTo(NAME).and(col("model").equalTo(model.id())));
        Dataset<Row> fields = FieldScoring.read(
                tables.read(Table.PAGES, run.id()),
                crops,
                predictions,
                texts,
                DecisionSettings.from(
                        workspace.config(), ModelFile.card(model.file()).temperature()),
                run.id(),
                model.id());
        long published = tables.publish(Table.FIELDS, fields, run, Map.of("model", model.id()));
        return summary(workspace, run, model, published);
    }

    private static Summary summary(Workspace workspace, Run run, ChosenModel model, long published) {
        Dataset<Row> fields = workspace
                .tables()
                .read(Table.FIELDS, run.id())
                .where(col("model").equalTo(model.id()));
        Map<String, Long> decisions = new HashMap<>();
        fields.groupBy("decision")
                .count()
                .collectAsList()
                .forEach(row -> decisions.put(row.getString(0), row.getLong(1)));
        return new Summary()
                .with("run", run.id())
                .with("model", model.id())
                .with("pages", fields.select("page").distinct().count())
                .with("fields", published)
                .with("accepted", decisions.getOrDefault(FieldReading.Decision.ACCEPT.name(), 0L))
                .with("review", decisions.getOrDefault(FieldReading.Decision.REVIEW.name(), 0L))
                .with("blank", decisions.getOrDefault(FieldReading.Decision.BLANK.name(), 0L))
                .with("error", decisions.getOrDefault(FieldReading.Decision.ERROR.name(), 0L))
                .with("seconds", workspace.seconds());
    }
}
