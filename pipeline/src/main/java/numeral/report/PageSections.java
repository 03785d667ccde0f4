package numeral.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import numeral.report.ReportData.DecisionCount;
import numeral.report.ReportData.Field;
import numeral.report.ReportData.Page;
import numeral.report.ReportData.StatusCount;

/** What became of pages and fields, and single pages with what was read drawn on them. */
final class PageSections {
    private static final List<String> DECISIONS = List.of("ACCEPT", "REVIEW", "BLANK", "ERROR");
    private static final String MASK = "••••";

    private PageSections() {}

    static Section statuses(List<StatusCount> statuses) {
        if (statuses.isEmpty()) {
            return Section.absent(
                    "statuses", "Pages", "No form run yet.", "extract", "reads archives of scanned pages.");
        }
        long all = statuses.stream().mapToLong(StatusCount::pages).sum();
        var table = new Table().words("Status").numbers("Items", "Share");
        statuses.forEach(status -> table.row(
                status.status(), Numbers.count(status.pages()), Numbers.percent((double) status.pages() / all)));
        return Section.of("statuses", "Pages", table.html());
    }

    static Section decisions(List<DecisionCount> decisions) {
        if (decisions.isEmpty()) {
            return Section.absent(
                    "decisions", "Fields", "No fields yet.", "score", "reads the fields of extracted pages.");
        }
        Map<String, Map<String, Long>> byField = new LinkedHashMap<>();
        decisions.forEach(count -> byField.computeIfAbsent(count.field(), name -> new LinkedHashMap<>())
                .merge(count.decision(), count.fields(), Long::sum));
        var table = new Table().words("Field").numbers("Accept", "Review", "Blank", "Error", "Accepted");
        byField.forEach((field, counts) -> {
            var cells = new ArrayList<Html>();
            DECISIONS.forEach(decision -> cells.add(Table.number(Numbers.count(counts.getOrDefault(decision, 0L)))));
            long all = counts.values().stream().mapToLong(Long::longValue).sum();
            cells.add(Table.number(Numbers.percent((double) counts.getOrDefault("ACCEPT", 0L) / all)));
            table.row(field, cells);
        });
        return Section.of("decisions", "Fields", table.html());
    }

    static Section pages(List<Page> pages) {
        if (pages.isEmpty()) {
            return Section.absent(
                    "pages", "What was read", "No pages to show.", "extract", "keeps pictures of pages when asked to.");
        }
        var body = new ArrayList<Html>();
        body.add(legend());
        pages.forEach(page -> body.add(page(page)));
        return new Section("pages", "What was read", body);
    }

    private static Html legend() {
        var legend = Html.of("p", "Boxes are drawn by decision: ").attr("class", "legend");
        DECISIONS.forEach(decision -> legend.add(Html.of("b", decision).attr("class", cssClass(decision)))
                .text(" "));
        return legend;
    }

    private static Html page(Page page) {
        var drawing = PageOverlay.of(page).orElseGet(() -> Html.of("p", "The picture of this page is not shown.")
                .attr("class", "absent"));
        var figure = Html.of("figure", Html.of("div", drawing, fields(page)).attr("class", "sheet"))
                .attr("class", "sheet-figure");
        return figure.add(Html.of("figcaption", page.key() + " – " + page.status()));
    }

    private static Html fields(Page page) {
        var table = new Table().words("Field").numbers("Value", "Confidence").words("Decision");
        page.fields()
                .forEach(field -> table.row(
                        field.name(),
                        List.of(
                                Table.number(shown(field)),
                                Table.number(Numbers.percent(field.confidence())),
                                decision(field))));
        return table.html();
    }

    private static Html decision(Field field) {
        var cell = Table.word("").add(Html.of("b", field.decision()).attr("class", cssClass(field.decision())));
        return field.reasons().isEmpty() ? cell : cell.text(" " + String.join("; ", field.reasons()));
    }

    /** The value as the report may show it. */
    static String shown(Field field) {
        if (field.sensitive()) {
            return MASK;
        }
        return field.value() == null ? "" : field.value();
    }

    static String cssClass(String decision) {
        return DECISIONS.contains(decision) ? "decision-" + decision.toLowerCase(Locale.ROOT) : "decision-error";
    }
}
