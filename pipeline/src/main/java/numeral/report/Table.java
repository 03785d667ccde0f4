package numeral.report;

import java.util.ArrayList;
import java.util.List;

/** A table: columns of names, of words, of numbers; the first column names its row. */
final class Table {
    private static final String WORDS = "words";

    private final List<Html> header = new ArrayList<>();
    private final List<Html> rows = new ArrayList<>();

    /** A column of text, aligned left. */
    Table words(String... titles) {
        for (String title : titles) {
            header.add(heading(title).attr("class", WORDS));
        }
        return this;
    }

    /** A column of numbers, aligned right. */
    Table numbers(String... titles) {
        for (String title : titles) {
            header.add(heading(title));
        }
        return this;
    }

    /** A row of a name and numbers. */
    Table row(String name, String... numbers) {
        var cells = new ArrayList<Html>();
        for (String number : numbers) {
            cells.add(number(number));
        }
        return row(name, cells);
    }

    /** A row of a name and cells. */
    Table row(String name, List<Html> cells) {
        rows.add(Html.of("tr", Html.of("th", name).attr("scope", "row").attr("class", WORDS))
                .add(cells));
        return this;
    }

    Html html() {
        var head = Html.of("thead", Html.of("tr").add(header));
        return Html.of("div", Html.of("table", head, Html.of("tbody").add(rows)))
                .attr("class", "scroll");
    }

    static Html number(String text) {
        return Html.of("td", text);
    }

    static Html word(String text) {
        return Html.of("td", text).attr("class", WORDS);
    }

    private static Html heading(String title) {
        return Html.of("th", title).attr("scope", "col");
    }
}
