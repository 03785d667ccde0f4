package numeral.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The page. */
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

    private static Html head(String title) {
        return Html.of(
                "head",
                Html.of("meta").attr("charset", "utf-8"),
                Html.of("meta").attr("name", "viewport").attr("content", "width=device-width, initial-scale=1"),
                Html.of("meta").attr("http-equiv", "Content-Security-Policy").attr("content", POLICY),
                Html.of("title", title),
                Html.of("style", stylesheet()));
    }

    private static String stylesheet() {
        try (var in = Report.class.getResourceAsStream("report.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
