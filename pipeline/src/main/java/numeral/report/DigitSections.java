package numeral.report;

import java.util.ArrayList;
import java.util.List;
import numeral.report.ReportData.Digit;
import numeral.report.ReportData.Prediction;
import numeral.report.ReportData.Split;

/** Galleries of digits: the data, what was misread, and readings as they come. */
final class DigitSections {
    private DigitSections() {}

    static Section data(List<Split> splits, List<Digit> digits) {
        if (splits.isEmpty() && digits.isEmpty()) {
            return Section.absent("data", "Data", "No digits yet.", "ingest", "fills the table of labelled digits.");
        }
        var body = new ArrayList<Html>();
        if (!splits.isEmpty()) {
            var table = new Table().words("Dataset", "Split").numbers("Digits");
            splits.forEach(split -> table.row(
                    split.dataset(),
                    List.of(Table.word(split.split()), Table.number(Numbers.count(split.examples())))));
            body.add(table.html());
        }
        if (!digits.isEmpty()) {
            body.add(Section.figure(strips(digits), "Examples of each labelled digit."));
        }
        return new Section("data", "Data", body);
    }

    static Section misreads(List<Prediction> predictions) {
        if (predictions.isEmpty()) {
            return Section.absent(
                    "misreads", "Misread digits", "No misread digits.", "evaluate", "finds them on a labelled split.");
        }
        return Section.of(
                "misreads",
                "Misread digits",
                Section.figure(
                        gallery(predictions), "True digit, what was read instead, and how confident the model was."));
    }

    static Section predictions(List<Prediction> predictions) {
        if (predictions.isEmpty()) {
            return Section.absent(
                    "predictions",
                    "Sample predictions",
                    "No predictions yet.",
                    "evaluate",
                    "writes one for each digit.");
        }
        return Section.of(
                "predictions",
                "Sample predictions",
                Section.figure(
                        gallery(predictions),
                        "Readings as they come; where the reading is wrong, the true digit stands first."));
    }

    private static Html strips(List<Digit> digits) {
        var strips = Html.of("div").attr("class", "strips");
        for (int label = 0; label <= 9; label++) {
            int wanted = label;
            var images = digits.stream()
                    .filter(digit -> digit.label() == wanted)
                    .map(Digit::image)
                    .toList();
            if (!images.isEmpty()) {
                strips.add(Html.of(
                        "div",
                        Html.of("b", Integer.toString(label)),
                        Html.of("img")
                                .attr("src", Picture.strip(images))
                                .attr("alt", images.size() + " examples of the digit " + label)));
            }
        }
        return strips;
    }

    private static Html gallery(List<Prediction> predictions) {
        return Html.of("ul")
                .attr("class", "gallery")
                .add(predictions.stream().map(DigitSections::tile).toList());
    }

    private static Html tile(Prediction prediction) {
        boolean right = prediction.truth() == prediction.read();
        String reading = right ? Integer.toString(prediction.read()) : prediction.truth() + " → " + prediction.read();
        return Html.of(
                        "li",
                        Html.of("img")
                                .attr("src", Picture.digit(prediction.image()))
                                .attr("alt", "a handwritten " + prediction.truth()),
                        Html.of("b", reading),
                        Html.of("span", Numbers.percent(prediction.confidence())))
                .attr("class", right ? "right" : "wrong");
    }
}
