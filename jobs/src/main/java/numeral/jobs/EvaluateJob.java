package numeral.jobs;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import numeral.measure.Evaluation;
import numeral.measure.Metric;
import numeral.measure.Robustness;
import numeral.measure.RobustnessSettings;
import numeral.score.ScoreSettings;
import numeral.score.Scoring;
import numeral.table.Run;
import numeral.table.Table;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Scores a labelled split and publishes predictions and metrics: accuracy, also of the split's two halves, precision, recall, F1, confusion, loss,
 * calibration; with {@code --robustness} also the accuracy on examples that were spoilt in many ways.
 */
@Command(name = "evaluate", description = "Scores a labelled split; predictions and metrics.")
final class EvaluateJob implements Job {
    static final String NAME = "evaluate";

    @Option(names = "--model", required = true, description = "Id of a registered model, champion, or shipped")
    String modelId;

    @Option(names = "--dataset", required = true, description = "Dataset to score")
    String dataset;

    @Option(names = "--split", defaultValue = "test", description = "Its split (default: ${DEFAULT-VALUE})")
    String split;

    @Option(names = "--robustness", description = "Also scores a sample under 7 corruptions at 5 strengths each")
    boolean withRobustness;

    @Override
    public void check(Problems problems) {
        problems.requireSettings(ScoreSettings::from);
        problems.requireSettings(RobustnessSettings::from);
    }

    @Override
    public Summary run(Workspace workspace) {
        ChosenModel model = ChosenModel.of(workspace, modelId);
        Dataset<Row> digits = Datasets.split(workspace, dataset, split);
        Run run = workspace.run(Map.of("dataset", dataset, "split", split, "model", model.id()));
        Map<String, String> scope = Map.of("model", model.id(), "job", NAME);

        ScoreSettings settings = ScoreSettings.from(workspace.config());
        Dataset<Row> scored = Scoring.predict(
                digits.select("key", "image", "label"), model.file(), run.id(), NAME, model.id(), settings);
        long n = workspace.tables().publish(Table.PREDICTIONS, scored, run, scope);
        workspace.progress("%,d digits scored", n);

        Dataset<Row> predictions = workspace
                .tables()
                .read(Table.PREDICTIONS, run.id())
                .where(col("job").equalTo(NAME).and(col("model").equalTo(model.id())));
        Evaluation evaluation = Predictions.evaluation(predictions);
        List<Metric> metrics = new ArrayList<>(evaluation.metrics());
        Halves.accuracies(predictions, digits).forEach(half -> metrics.add(half.metric("accuracy")));
        Summary summary = new Summary()
                .with("model", model.id())
                .with("n", evaluation.n())
                .with("accuracy", evaluation.confusion().accuracy())
                .with("precision_macro", evaluation.confusion().precisionMacro())
                .with("recall_macro", evaluation.confusion().recallMacro())
                .with("f1_macro", evaluation.confusion().f1Macro())
                .with("loss", evaluation.logLoss())
                .with("calibration_error", evaluation.calibration().expectedError());
        if (withRobustness) {
            int examples = RobustnessSettings.from(workspace.config()).examples();
            Robustness robustness = SpoiltDigits.robustness(digits, examples, model.file(), settings);
            metrics.addAll(robustness.metrics());
            summary.with(Robustness.MEAN, robustness.mean());
        }
        List<Row> rows = metrics.stream()
                .map(m -> RowFactory.create(
                        run.id(), model.id(), NAME, dataset, split, m.name(), m.scope(), m.value(), m.n()))
                .toList();
        workspace.tables().publish(Table.METRICS, workspace.tables().rows(Table.METRICS, rows), run, scope);
        List<Row> curve = RiskRows.of(evaluation.riskCoverage(), run.id(), model.id(), NAME, dataset + "/" + split);
        workspace
                .tables()
                .publish(Table.RISK_COVERAGE, workspace.tables().rows(Table.RISK_COVERAGE, curve), run, scope);
        return summary.with("seconds", workspace.seconds());
    }
}
