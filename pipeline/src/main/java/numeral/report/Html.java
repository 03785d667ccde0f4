package numeral.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An element of a page. Text and attribute values are escaped here and nowhere else; the result is well-formed XML and HTML alike. */
final class Html {
    private static final Set<String> VOID = Set.of("img", "meta", "path", "line", "rect", "circle", "image");

    private final String name;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    /** Rendered, that is escaped, children. */
    private final List<String> children = new ArrayList<>();

    private Html(String name) {
        this.name = name;
    }

    static Html of(String name, Html... children) {
        return new Html(name).add(children);
    }

    static Html of(String name, String text) {
        return new Html(name).text(text);
    }

    Html attr(String attribute, Object value) {
        attributes.put(attribute, value.toString());
        return this;
    }

    Html text(String text) {
        children.add(escape(text));
        return this;
    }

    Html add(Html... elements) {
        return add(Arrays.asList(elements));
    }

    Html add(Collection<Html> elements) {
        elements.forEach(element -> children.add(element.toString()));
        return this;
    }

    @Override
    public String toString() {
        var out = new StringBuilder("<").append(name);
        attributes.forEach((attribute, value) -> out.append(' ')
                .append(attribute)
                .append("=\"")
                .append(escape(value).replace("\"", "&quot;"))
                .append('"'));
        if (VOID.contains(name)) {
            return out.append("/>").toString();
        }
        out.append('>');
        children.forEach(out::append);
        return out.append("</").append(name).append(">").toString();
    }

    /** Markup becomes references; what XML does not allow, such as control characters in a file name, becomes U+FFFD. */
    private static String escape(String text) {
        var out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                default -> out.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
            }
        });
        return out.toString();
    }

    private static boolean isAllowed(int c) {
        return c == '\t'
                || c == '\n'
                || (c >= 0x20 && c < 0x7F)
                || (c >= 0xA0 && c < 0xD800)
                || (c >= 0xE000 && c < 0xFFFE)
                || c >= 0x10000;
    }
}
