package numeral.jobs;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import numeral.measure.ClopperPearson;
import numeral.review.Answers;
import numeral.table.Run;
import numeral.table.Table;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Answers of people into {@code reviews}: the final values of the fields, with who and when. Of several answers to a task the last one counts, so
 * that a file may be imported again. Digits whose place is beyond doubt become labelled digits, those of sensitive fields never; answers that cannot
 * be taken go to {@code quarantine}; the audit sample tells the true share of errors.
 */
@Command(name = "import", description = "Takes the answers of people: final values, labelled digits, the true error.")
final class ReviewImportJob implements Job {
    private static final String JOB = "review";
    private static final String SPLIT = "train";
    private static final double CONFIDENCE = 0.95;

    @Option(
            names = "--model",
            required = true,
            description = "Id of the model that scored the run, champion, or shipped")
    String modelId;

    @Option(
            names = "--answers",
            required = true,
            paramLabel = "FILE",
            description = "JSON Lines or Label Studio's JSON export, any Hadoop path")
    String file;

    @Option(
            names = "--dataset",
            defaultValue = "reviewed",
            description = "Dataset of the labelled digits (default: ${DEFAULT-VALUE})")
    String dataset;

    @Override
    public void check(Problems problems) {
        problems.requireInput("--answers", file);
        problems.requireText("--answers", file, Answers::parse);
    }

    @Override
    public Summary run(Workspace workspace) throws IOException {
        ChosenModel model = ChosenModel.of(workspace, modelId);
        Run run = workspace.run(Map.of("model", model.id(), "answers", file));
        ReviewedFields reviewed = new ReviewedFields(workspace.tables(), run.id(), model.id());
        ReviewedFields.Taken taken = reviewed.take(Answers.parse(workspace.read(file)));

        String source = new Path(file).getName();
        List<Row> refused = taken.refused().stream()
                .map(answer -> RowFactory.create(
                        run.id(),
                        dataset,
                        SPLIT,
                        source,
                        answer.position(),
                        answer.reason(),
                        answer.detail(),
                        answer.sha256()))
                .toList();
        publish(
                workspace,
                Table.QUARANTINE,
                refused,
                run,
                Map.of("dataset", dataset, "split", SPLIT, "source", source));
        Dataset<Row> digits = reviewed.digits(taken.reviews(), dataset, SPLIT);
        long labelled =
                workspace.tables().publish(Table.DIGITS, digits, run, Map.of("dataset", dataset, "split", SPLIT));
        publish(
                workspace,
                Table.REVIEWS,
                taken.reviews().stream().map(Review::row).toList(),
                run,
                Map.of());
        List<Review> audited = taken.reviews().stream()
                .filter(review -> review.isAuditOf(model.id()))
                .toList();
        long wrong = audited.stream().filter(review -> !review.agrees()).count();
        publish(
                workspace,
                Table.METRICS,
                metrics(run, model, audited.size(), wrong),
                run,
                Map.of("model", model.id(), "job", JOB));
        Summary summary = new Summary()
                .with("run", run.id())
                .with("model", model.id())
                .with("answers", taken.read())
                .with("taken", taken.taken())
                .with("superseded", taken.superseded())
                .with("quarantined", refused.size())
                .with("reviews", taken.reviews().size())
                .with("digits", labelled)
                .with("audited", audited.size())
                .with("audited_wrong", wrong);
        return summary.with("seconds", workspace.seconds());
    }

    private static void publish(Workspace workspace, Table table, List<Row> rows, Run run, Map<String, String> scope) {
        workspace.tables().publish(table, workspace.tables().rows(table, rows), run, scope);
    }

    /** The share of accepted fields that are wrong, as far as the audit sample tells, and what it is at most at 95 % confidence. */
    private static List<Row> metrics(Run run, ChosenModel model, long n, long wrong) {
        if (n == 0) {
            return List.of();
        }
        return List.of(
                metric(run, model, "audit_error", (double) wrong / n, n),
                metric(run, model, "audit_error_upper", ClopperPearson.upper(wrong, n, CONFIDENCE), n));
    }

    private static Row metric(Run run, ChosenModel model, String name, double value, long n) {
        return RowFactory.create(run.id(), model.id(), JOB, "fields", "audit", name, "all", value, n);
    }
}
