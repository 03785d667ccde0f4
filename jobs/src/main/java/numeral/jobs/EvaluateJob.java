package numeral.jobs;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import java.util.Map;
import numeral.measure.Evaluation;
import numeral.score.ScoreSettings;
import numeral.score.Scoring;
import numeral.table.Registry.Model;
import numeral.table.Run;
import numeral.table.Table;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Scores a labelled split and publishes predictions and metrics: accuracy, precision, recall, F1, confusion, loss, calibration. */
@Command(name = "evaluate", description = "Scores a labelled split; predictions and metrics.")
final class EvaluateJob implements Job {
    static final String NAME = "evaluate";

    @Option(names = "--model", required = true, description = "Id of a registered model, or champion")
    String modelId;

    @Option(names = "--dataset", required = true, description = "Dataset to score")
    String dataset;

    @Option(names = "--split", defaultValue = "test", description = "Its split (default: ${DEFAULT-VALUE})")
    String split;

    @Override
    public void check(Problems problems) {
        problems.requireSettings(ScoreSettings::from);
    }

    @Override
    public Summary run(Workspace workspace) {
        Model model = workspace.registry().find(modelId);
        Dataset<Row> digits = Datasets.split(workspace, dataset, split);
        Run run = workspace.run(Map.of("dataset", dataset, "split", split, "model", model.id()));
        Map<String, String> scope = Map.of("model", model.id(), "job", NAME);

        Dataset<Row> scored = Scoring.predict(
                digits.select("key", "image", "label"),
                workspace.registry().file(model),
                run.id(),
                NAME,
                model.id(),
                ScoreSettings.from(workspace.config()));
        long n = workspace.tables().publish(Table.PREDICTIONS, scored, run, scope);
        workspace.progress("%,d digits scored", n);

        Dataset<Row> predictions = workspace
                .tables()
                .read(Table.PREDICTIONS, run.id())
                .where(col("job").equalTo(NAME).and(col("model").equalTo(model.id())));
        Evaluation evaluation = Predictions.evaluation(predictions);
        List<Row> metrics = evaluation.metrics().stream()
                .map(m -> RowFactory.create(
                        run.id(), model.id(), NAME, dataset, split, m.name(), m.scope(), m.value(), m.n()))
                .toList();
        workspace.tables().publish(Table.METRICS, workspace.tables().rows(Table.METRICS, metrics), run, scope);
        return new Summary()
                .with("model", model.id())
                .with("n", evaluation.n())
                .with("accuracy", evaluation.confusion().accuracy())
                .with("precision_macro", evaluation.confusion().precisionMacro())
                .with("recall_macro", evaluation.confusion().recallMacro())
                .with("f1_macro", evaluation.confusion().f1Macro())
                .with("loss", evaluation.logLoss())
                .with("calibration_error", evaluation.calibration().expectedError())
                .with("seconds", workspace.seconds());
    }
}
