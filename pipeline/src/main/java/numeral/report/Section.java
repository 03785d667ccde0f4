package numeral.report;

import java.util.Arrays;
import java.util.List;

/** A part of the page with a heading that the contents link to. */
record Section(String id, String title, List<Html> body) {
    static Section of(String id, String title, Html... body) {
        return new Section(id, title, List.copyOf(Arrays.asList(body)));
    }

    /** A section without data: what is missing, and what the command does that fills it. */
    static Section absent(String id, String title, String missing, String command, String does) {
        var sentence = Html.of("p", missing + " ").add(Html.of("code", command)).text(" " + does);
        return of(id, title, sentence.attr("class", "absent"));
    }

    /** Content with a caption below it. */
    static Html figure(Html content, String caption) {
        return Html.of("figure", content, Html.of("figcaption", caption));
    }

    Html html() {
        return Html.of("section", Html.of("h2", title)).attr("id", id).add(body);
    }

    Html link() {
        return Html.of("a", title).attr("href", "#" + id);
    }
}
