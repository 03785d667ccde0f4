package numeral.report;

import java.util.ArrayList;
import java.util.List;
import numeral.report.ReportData.Model;

/** A card for each model: what it is, what it came from, and why it was promoted or refused. */
final class ModelSection {
    private static final String ID = "models";
    private static final String TITLE = "Models";

    private ModelSection() {}

    static Section of(List<Model> models) {
        if (models.isEmpty()) {
            return Section.absent(ID, TITLE, "No model yet.", "train", "registers one.");
        }
        return new Section(ID, TITLE, models.stream().map(ModelSection::card).toList());
    }

    private static Html card(Model model) {
        var facts = Html.of("dl");
        fact(facts, "Network", model.network());
        fact(facts, "SHA-256", model.sha256());
        fact(
                facts,
                "Trained on from",
                model.parents().isEmpty() ? "no other model" : String.join(", ", model.parents()));
        var parts = new ArrayList<Html>();
        parts.add(Html.of("h3", model.id()).add(Html.of("span", model.event()).attr("class", "event")));
        parts.add(facts);
        if (!model.reasons().isEmpty()) {
            parts.add(Html.of("ul")
                    .add(model.reasons().stream()
                            .map(reason -> Html.of("li", reason))
                            .toList()));
        }
        parts.add(Html.of("details", Html.of("summary", "Effective configuration"), Html.of("pre", model.config())));
        return Html.of("article").add(parts);
    }

    private static void fact(Html facts, String name, String value) {
        facts.add(Html.of("dt", name), Html.of("dd", value));
    }
}
