package numeral.jobs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import numeral.report.Report;
import numeral.report.ReportData;
import numeral.report.ReportLimits;
import numeral.table.Registry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** One self-contained HTML page about one run: data, training, measurements, misread digits, pages with what was read on them. */
@Command(name = "report", description = "One HTML page of a run: data, training, figures, pages with what was read.")
final class ReportJob implements Job {
    @Option(
            names = "--model",
            defaultValue = Registry.CHAMPION,
            description = "Id of a model (default: ${DEFAULT-VALUE})")
    String modelId;

    @Option(names = "--dataset", required = true, description = "Dataset whose digits are shown")
    String dataset;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "The HTML file, any Hadoop path; replaced")
    String out;

    @Option(names = "--charts", paramLabel = "DIR", description = "Writes the charts here as SVG files, too")
    Optional<String> charts = Optional.empty();

    @Override
    public void check(Problems problems) {
        problems.requireSettings(ReportLimits::from);
    }

    @Override
    public Summary run(Workspace workspace) throws IOException {
        ReportTables tables = new ReportTables(
                workspace.tables(),
                workspace.registry().find(modelId).id(),
                workspace.runId(),
                ReportLimits.from(workspace.config()));
        ReportData data = new ReportData(
                "Numeral: " + dataset + ", run " + workspace.runId(),
                tables.splits(),
                tables.digits(dataset),
                tables.epochs(),
                tables.metrics(),
                tables.misreads(),
                tables.predictions(),
                tables.statuses(),
                tables.decisions(),
                tables.pages(),
                tables.models());
        byte[] html = Report.html(data).getBytes(StandardCharsets.UTF_8);
        Files.write(out, html, workspace.hadoop());
        if (charts.isPresent()) {
            for (Map.Entry<String, String> chart : Report.charts(data).entrySet()) {
                byte[] svg = chart.getValue().getBytes(StandardCharsets.UTF_8);
                Files.write(charts.get() + "/" + chart.getKey(), svg, workspace.hadoop());
            }
        }
        return new Summary()
                .with("out", out)
                .with("bytes", html.length)
                .with(
                        "shown",
                        Map.of(
                                "pages",
                                data.pages().size(),
                                "misreads",
                                data.misreads().size()))
                .with("seconds", workspace.seconds());
    }
}
