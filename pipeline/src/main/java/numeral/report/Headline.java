package numeral.report;

import java.util.ArrayList;
import java.util.List;

/** The few numbers that a reader looks for first. */
final class Headline {
    private Headline() {}

    static Html of(ReportData data) {
        var tiles = new ArrayList<Html>();
        accuracy(data, tiles);
        training(data, tiles);
        pages(data, tiles);
        fields(data, tiles);
        return Html.of("div").attr("class", "tiles").add(tiles);
    }

    private static void accuracy(ReportData data, List<Html> tiles) {
        var metrics = new Metrics(data.metrics());
        if (metrics.value("accuracy", "all").isPresent()) {
            tiles.add(tile(
                    metrics.percent("accuracy", "all"),
                    "accuracy",
                    "95\u00a0% interval " + metrics.percent("accuracy_lower", "all") + " to "
                            + metrics.percent("accuracy_upper", "all")));
            tiles.add(tile(
                    metrics.percent("f1", "macro"),
                    "macro F1",
                    "on " + Numbers.count(metrics.examples("accuracy", "all")) + " labelled digits"));
        }
    }

    private static void training(ReportData data, List<Html> tiles) {
        if (!data.epochs().isEmpty()) {
            long trained = data.epochs().stream()
                    .mapToLong(ReportData.Epoch::examplesTrained)
                    .sum();
            tiles.add(tile(
                    Numbers.count(trained),
                    "examples trained",
                    "in " + data.epochs().size() + (data.epochs().size() == 1 ? " epoch" : " epochs")));
        }
    }

    private static void pages(ReportData data, List<Html> tiles) {
        if (!data.statuses().isEmpty()) {
            long all = data.statuses().stream()
                    .mapToLong(ReportData.StatusCount::pages)
                    .sum();
            long ok = data.statuses().stream()
                    .filter(status -> status.status().startsWith("OK"))
                    .mapToLong(ReportData.StatusCount::pages)
                    .sum();
            tiles.add(tile(Numbers.count(ok), "pages read", "of " + Numbers.count(all) + " items"));
        }
    }

    private static void fields(ReportData data, List<Html> tiles) {
        if (!data.decisions().isEmpty()) {
            long all = data.decisions().stream()
                    .mapToLong(ReportData.DecisionCount::fields)
                    .sum();
            long accepted = data.decisions().stream()
                    .filter(count -> count.decision().equals("ACCEPT"))
                    .mapToLong(ReportData.DecisionCount::fields)
                    .sum();
            tiles.add(tile(
                    Numbers.percent((double) accepted / all),
                    "fields accepted",
                    Numbers.count(accepted) + " of " + Numbers.count(all)));
        }
    }

    private static Html tile(String number, String what, String detail) {
        return Html.of("div", Html.of("strong", number), Html.of("span", what), Html.of("small", detail))
                .attr("class", "tile");
    }
}
