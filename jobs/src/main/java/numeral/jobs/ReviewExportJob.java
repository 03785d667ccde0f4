package numeral.jobs;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import numeral.form.FieldSpec;
import numeral.review.ReviewTask;
import numeral.review.TaskFormat;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The review queue of one run: fields that were not accepted and the audit sample, those without an answer yet. A sensitive field stays in the
 * house, since its picture is its value, unless it is asked for.
 */
@Command(name = "export", description = "Writes the fields that wait for a person, with their pictures.")
final class ReviewExportJob implements Job {
    @Option(
            names = "--model",
            required = true,
            description = "Id of the model that scored the run, champion, or shipped")
    String modelId;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Receives tasks.jsonl and images/, or tasks.json; any Hadoop path")
    String out;

    @Option(
            names = "--format",
            defaultValue = "JSONL",
            description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    TaskFormat format;

    @Option(names = "--with-sensitive", description = "Also sensitive fields, with their pictures and values")
    boolean withSensitive;

    @Override
    public Summary run(Workspace workspace) throws IOException {
        ChosenModel model = ChosenModel.of(workspace, modelId);
        RunTemplates templates = RunTemplates.of(workspace.tables(), workspace.runId());
        Iterator<Row> rows = ReviewQueue.waiting(workspace.tables(), workspace.runId(), model.id())
                .toLocalIterator();
        long tasks = 0;
        long audit = 0;
        long withheld = 0;
        try (BufferedWriter file = open(workspace)) {
            file.write(format.start());
            while (rows.hasNext()) {
                Row row = rows.next();
                FieldSpec field = templates.field(row.getAs("template"), row.getAs("field"));
                if (field.sensitive() && !withSensitive) {
                    withheld++;
                    continue;
                }
                ReviewTask task = ReviewQueue.task(row, field.length());
                file.write(tasks == 0 ? "" : format.between());
                file.write(format.json(task));
                if (format == TaskFormat.JSONL) {
                    Files.write(out + "/" + TaskFormat.imageName(task), task.png(), workspace.hadoop());
                }
                tasks++;
                audit += task.audit() ? 1 : 0;
            }
            file.write(tasks == 0 && format == TaskFormat.JSONL ? "" : format.end());
        }
        return new Summary()
                .with("run", workspace.runId())
                .with("model", model.id())
                .with("tasks", tasks)
                .with("audit", audit)
                .with("sensitive_withheld", withheld)
                .with("out", out)
                .with("seconds", workspace.seconds());
    }

    private BufferedWriter open(Workspace workspace) throws IOException {
        Path path = new Path(out, format.fileName());
        return new BufferedWriter(new OutputStreamWriter(
                path.getFileSystem(workspace.hadoop()).create(path, true), StandardCharsets.UTF_8));
    }
}
