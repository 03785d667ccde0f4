package numeral.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table of figures: the first column names the row, the others are aligned as numbers unless told otherwise. */
final class Table {
    private Table() {}

    static Html of(List<String> header, List<List<Html>> rows) {
        var head = Html.of("tr")
                .add(header.stream()
                        .map(title -> Html.of("th", title).attr("scope", "col"))
                        .toList());
        var body = Html.of("tbody")
                .add(rows.stream().map(cells -> Html.of("tr").add(cells)).toList());
        return Html.of("div", Html.of("table", Html.of("thead", head), body)).attr("class", "scroll");
    }

    /** A row of a name and numbers. */
    static List<Html> row(String name, String... numbers) {
        var cells = new ArrayList<Html>();
        cells.add(rowHeader(name));
        Arrays.stream(numbers).map(Table::number).forEach(cells::add);
        return cells;
    }

    static Html rowHeader(String name) {
        return Html.of("th", name).attr("scope", "row");
    }

    static Html number(String text) {
        return Html.of("td", text);
    }

    static Html words(String text) {
        return Html.of("td", text).attr("class", "words");
    }
}
