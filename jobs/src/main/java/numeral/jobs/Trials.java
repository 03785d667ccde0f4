package numeral.jobs;

import java.util.List;
import numeral.InputRefused;
import numeral.table.Run;
import numeral.table.Table;
import numeral.table.Tables;
import numeral.tune.Score;
import numeral.tune.Trial;
import numeral.tune.Trial.Failed;
import numeral.tune.Trial.Outcome;
import numeral.tune.Trial.Scored;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** The trials of one tuning run as rows of the table {@code trials}. */
final class Trials {
    private final Tables tables;
    private final Run run;
    private final String plan;

    /** @param plan hash of all that decides the trials */
    Trials(Tables tables, Run run, String plan) {
        this.tables = tables;
        this.run = run;
        this.plan = plan;
    }

    /**
     * What the run has published so far.
     *
     * @throws InputRefused where that was another search
     */
    List<Trial> done() {
        List<Row> rows =
                tables.read(Table.TRIALS, run.id()).orderBy("rung", "trial").collectAsList();
        if (rows.stream().anyMatch(row -> !row.getAs("plan").equals(plan))) {
            throw new InputRefused(List.of("run " + run.id() + " holds trials of another search space, configuration or"
                    + " dataset; name another with --run"));
        }
        return rows.stream().map(Trials::trial).toList();
    }

    void publish(List<Trial> trials) {
        List<Row> rows = trials.stream().map(this::row).toList();
        tables.publish(Table.TRIALS, tables.rows(Table.TRIALS, rows), run);
    }

    private Row row(Trial trial) {
        Score score = trial.outcome() instanceof Scored scored ? scored.score() : null;
        return RowFactory.create(
                run.id(),
                trial.trial(),
                trial.rung(),
                plan,
                trial.settings(),
                trial.epochs(),
                score == null ? "FAILED" : "OK",
                trial.outcome() instanceof Failed failed ? failed.reason() : null,
                score == null ? null : score.accuracy(),
                score == null ? null : score.loss(),
                trial.seconds());
    }

    private static Trial trial(Row row) {
        Outcome outcome = row.getAs("status").equals("OK")
                ? new Scored(new Score(row.getAs("validation_accuracy"), row.getAs("validation_loss")))
                : new Failed(row.getAs("reason"));
        return new Trial(
                row.getAs("trial"),
                row.getAs("rung"),
                row.getAs("settings"),
                row.getAs("epochs"),
                outcome,
                row.getAs("seconds"));
    }
}
