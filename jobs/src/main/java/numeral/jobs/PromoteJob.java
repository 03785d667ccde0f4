package numeral.jobs;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import numeral.InputRefused;
import numeral.measure.Candidate;
import numeral.measure.Decision;
import numeral.measure.Evaluation;
import numeral.measure.PromotionGate;
import numeral.measure.PromotionRules;
import numeral.measure.Robustness;
import numeral.score.ScoreSettings;
import numeral.score.Scoring;
import numeral.table.Registry;
import numeral.table.Registry.Model;
import numeral.table.Run;
import numeral.table.Table;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Decides whether a candidate becomes the champion: the floors first, then the champion on the same examples. The candidate's predictions
 * are those that {@code evaluate} published under the same run. Refusing is a decision, not a failure.
 */
@Command(name = "promote", description = "Candidate against the floors and the champion; a decision with its reasons.")
final class PromoteJob implements Job {
    @Option(names = "--model", required = true, description = "Id of the candidate, evaluated under the same run")
    String modelId;

    @Override
    public void check(Problems problems) {
        problems.requireSettings(PromotionRules::from);
        problems.requireSettings(ScoreSettings::from);
    }

    @Override
    public Summary run(Workspace workspace) {
        Registry registry = workspace.registry();
        Model candidate = registry.find(modelId);
        Run run = workspace.run(Map.of("model", candidate.id()));
        Dataset<Row> predictions = workspace
                .tables()
                .read(Table.PREDICTIONS, run.id())
                .where(col("job").equalTo(EvaluateJob.NAME).and(col("model").equalTo(candidate.id())));
        if (predictions.isEmpty()) {
            throw new InputRefused(List.of("model " + candidate.id() + " has no predictions under run " + run.id()
                    + "; run evaluate with --run " + run.id() + " first"));
        }
        Evaluation evaluation = Predictions.evaluation(predictions);
        Candidate measured = new Candidate(evaluation, robustness(workspace, candidate));
        PromotionGate gate = new PromotionGate(PromotionRules.from(workspace.config()));
        Optional<Model> champion =
                registry.champion().filter(model -> !model.id().equals(candidate.id()));
        Decision decision = champion.isEmpty()
                ? gate.decide(measured)
                : gate.decide(
                        measured,
                        Predictions.compare(sameExamples(workspace, champion.get(), predictions), predictions));
        decision.reasons().forEach(reason -> workspace.progress("%s", reason));
        registry.decide(
                run, candidate, Registry.Decision.valueOf(decision.outcome().name()), decision.reasons());
        return new Summary()
                .with("model", candidate.id())
                .with("decision", decision.outcome().name())
                .with("champion_before", champion.map(Model::id).orElse(null))
                .with("accuracy", evaluation.confusion().accuracy())
                .with("reasons", decision.reasons());
    }

    private static OptionalDouble robustness(Workspace workspace, Model candidate) {
        return workspace
                .tables()
                .read(Table.METRICS, workspace.runId())
                .where(col("job")
                        .equalTo(EvaluateJob.NAME)
                        .and(col("model").equalTo(candidate.id()))
                        .and(col("metric").equalTo(Robustness.MEAN)))
                .select("value")
                .collectAsList()
                .stream()
                .mapToDouble(row -> row.getDouble(0))
                .findFirst();
    }

    /** The champion on the examples that the candidate was evaluated on. */
    private static Dataset<Row> sameExamples(Workspace workspace, Model champion, Dataset<Row> predictions) {
        Dataset<Row> digits = workspace
                .tables()
                .read(Table.DIGITS)
                .join(predictions.select("key"), "key")
                .select("key", "image", "label");
        return Scoring.predict(
                digits,
                workspace.registry().file(champion),
                workspace.runId(),
                "promote",
                champion.id(),
                ScoreSettings.from(workspace.config()));
    }
}
