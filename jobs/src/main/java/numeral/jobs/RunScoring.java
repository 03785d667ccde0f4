package numeral.jobs;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.Map;
import numeral.score.FieldScoring;
import numeral.score.ScoreSettings;
import numeral.score.Scoring;
import numeral.table.Published;
import numeral.table.Run;
import numeral.table.Table;
import numeral.table.Tables;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** One model over one extract run. No page is opened for it, and what other models said of the run stays. */
final class RunScoring {
    static final String JOB = "score";

    private final Workspace workspace;
    private final Tables tables;
    private final ChosenModel model;
    private final RunRules rules;
    private final Run run;

    RunScoring(Workspace workspace, ChosenModel model, String runId) {
        this.workspace = workspace;
        this.tables = workspace.tables();
        this.model = model;
        this.rules = RunRules.of(workspace, model, runId);
        String crops = tables.lastPublished(Table.CROPS, runId, Map.of())
                .map(Published::snapshot)
                .map(String::valueOf)
                .orElse("unknown");
        this.run = workspace.run(runId, Map.of("model", model.id(), "crops", crops, "rules", rules.digest()));
    }

    /** Whether these crops were already read by this model under these rules. */
    boolean done() {
        return tables.lastPublished(Table.FIELDS, run.id(), Map.of("model", model.id()))
                .filter(last -> run.lineage().get("crops").equals(last.lineage().get("crops"))
                        && run.lineage().get("rules").equals(last.lineage().get("rules")))
                .isPresent();
    }

    /** Publishes predictions, then fields. */
    void score() {
        Dataset<Row> crops = tables.read(Table.CROPS, run.id());
        Dataset<Row> scored = Scoring.predict(
                crops.select(col("key"), col("image"), lit(null).cast("int").as("label")),
                model.file(),
                run.id(),
                JOB,
                model.id(),
                ScoreSettings.from(workspace.config()));
        long digits = tables.publish(Table.PREDICTIONS, scored, run, Map.of("model", model.id(), "job", JOB));
        workspace.progress("run %s: %,d crops scored", run.id(), digits);
        Dataset<Row> predictions = tables.read(Table.PREDICTIONS, run.id())
                .where(col("job").equalTo(JOB).and(col("model").equalTo(model.id())));
        Dataset<Row> fields = FieldScoring.read(pages(), crops, predictions, rules.forms(), run.id(), model.id());
        tables.publish(Table.FIELDS, fields, run, Map.of("model", model.id()));
    }

    Run run() {
        return run;
    }

    RunRules rules() {
        return rules;
    }

    Dataset<Row> pages() {
        return tables.read(Table.PAGES, run.id());
    }

    /** What the model reads in the fields of the run. */
    Dataset<Row> fields() {
        return tables.read(Table.FIELDS, run.id()).where(col("model").equalTo(model.id()));
    }
}
