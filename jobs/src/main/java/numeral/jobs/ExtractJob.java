package numeral.jobs;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import numeral.extract.Earlier;
import numeral.extract.Extract;
import numeral.extract.ExtractSettings;
import numeral.extract.Extracted;
import numeral.form.FormSettings;
import numeral.scan.ScanLimits;
import numeral.scan.ScanStatus;
import numeral.table.Run;
import numeral.table.Table;
import numeral.table.Tables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Archives of scanned pages into {@code pages}, one row an item with its status, and {@code crops}, one row a digit candidate. */
@Command(name = "extract", description = "Archives of scanned forms into pages and crops.")
final class ExtractJob implements Job {
    @Option(
            names = "--template",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description = "Form templates, e.g. conf/templates/synthetic.json; folders and globs allowed")
    List<String> templates;

    @Option(
            names = "--input",
            required = true,
            arity = "1..*",
            paramLabel = "PATH",
            description = "Archives, pages, directories; globs allowed")
    List<String> inputs;

    @Option(
            names = "--retry",
            split = ",",
            paramLabel = "STATUS",
            description = "Read pages again that ended in one of these statuses, e.g. TIMEOUT,OUT_OF_MEMORY")
    Set<ScanStatus> retry = Set.of();

    @Override
    public void check(Problems problems) {
        inputs.forEach(input -> problems.requireInput("--input", input));
        problems.requireSettings(ScanLimits::from);
        problems.requireSettings(FormSettings::from);
        problems.requireSettings(ExtractSettings::from);
        new TemplateFiles(templates).check(problems);
    }

    @Override
    public Summary run(Workspace workspace) throws IOException {
        Extract extract = new Extract(
                workspace.spark(),
                new TemplateFiles(templates).texts(workspace.hadoop()),
                FormSettings.from(workspace.config()),
                ScanLimits.from(workspace.config()),
                ExtractSettings.from(workspace.config()),
                workspace.warehouse() + "/in-flight");
        Run run = workspace.run(Map.of("inputs", String.join(",", inputs), "template", String.join(",", templates)));
        Tables tables = workspace.tables();
        Earlier earlier = new Earlier(tables.read(Table.PAGES), tables.read(Table.CROPS));
        try (Extracted extracted = extract.read(inputs, run.id(), earlier, retry)) {
            workspace.progress(
                    "%,d items, %,d of them read by earlier runs: %s",
                    extracted.items(), extracted.known(), extracted.byStatus());
            tables.publish(Table.TEMPLATES, extracted.templates(), run);
            long crops = tables.publish(Table.CROPS, extracted.crops(), run);
            tables.publish(Table.PAGES, extracted.pages(), run);
            return new Summary()
                    .with("run", run.id())
                    .with("items", extracted.items())
                    .with("known", extracted.known())
                    .with("by_status", extracted.byStatus())
                    .with("pages", extracted.pagesRead())
                    .with("crops", crops)
                    .with("seconds", workspace.seconds());
        }
    }
}
