package numeral.report;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The report: a page, and its charts as files of their own. */
public final class Report {
    /** The page may load nothing, whatever a name or a value in it says. */
    private static final String POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

    private Report() {}

    /** One self-contained HTML document, also well-formed XML, to be written as UTF-8; equal data gives equal text. */
    public static String html(ReportData data) {
        var sections = List.of(
                DigitSections.data(data.splits(), data.digits()),
                TrainingSection.of(data.epochs()),
                AccuracySection.of(data.metrics()),
                ConfusionSection.of(data.metrics()),
                RobustnessSection.of(data.metrics()),
                DigitSections.misreads(data.misreads()),
                DigitSections.predictions(data.predictions()),
                PageSections.statuses(data.statuses()),
                PageSections.decisions(data.decisions()),
                PageSections.pages(data.pages()),
                ModelSection.of(data.models()));
        var contents = Html.of("nav").add(sections.stream().map(Section::link).toList());
        var body = Html.of(
                "body",
                Html.of("header", Html.of("h1", data.title()), contents),
                Html.of("main", Headline.of(data))
                        .add(sections.stream().map(Section::html).toList()));
        return "<!DOCTYPE html>\n" + Html.of("html", head(data.title()), body).attr("lang", "en") + "\n";
    }

    /** The charts of the page as SVG documents by file name; none where their data is absent. */
    public static SortedMap<String, String> charts(ReportData data) {
        var files = new TreeMap<String, String>();
        if (!data.epochs().isEmpty()) {
            files.put(
                    "training-loss.svg",
                    TrainingSection.lossChart(data.epochs()).file());
            files.put(
                    "training-accuracy.svg",
                    TrainingSection.accuracyChart(data.epochs()).file());
        }
        if (AccuracySection.hasRiskCoverage(data.metrics())) {
            files.put(
                    "risk-coverage.svg",
                    AccuracySection.riskCoverage(data.metrics()).file());
        }
        return files;
    }

    private static Html head(String title) {
        return Html.of(
                "head",
                Html.of("meta").attr("charset", "utf-8"),
                Html.of("meta").attr("name", "viewport").attr("content", "width=device-width, initial-scale=1"),
                Html.of("meta").attr("http-equiv", "Content-Security-Policy").attr("content", POLICY),
                Html.of("title", title),
                Html.of("style", Stylesheet.text()));
    }
}
