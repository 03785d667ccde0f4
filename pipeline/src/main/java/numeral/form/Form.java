package numeral.form;

import java.util.List;

/**
 * A form of one page or more, which may arrive in any order. Its JSON is described by {@code conf/templates/template.schema.json}.
 *
 * @param digest first 12 hexadecimal digits of the SHA-256 of the JSON text
 * @param pages with field names that are unique within the form
 */
public record Form(String name, String digest, List<Template> pages) {
    public Form {
        pages = List.copyOf(pages);
    }

    /** A form of one page. */
    public static Form of(Template page) {
        return new Form(page.name(), page.digest(), List.of(page));
    }

    /**
     * Reads a form from its JSON text.
     *
     * @throws TemplateException naming every problem of the text at once
     */
    public static Form parse(String json) {
        return new TemplateParser().parse(json);
    }

    /** {@code name@digest}: changes with every change of the text. */
    public String id() {
        return name + "@" + digest;
    }

    /** The fields of all pages. */
    public List<FieldSpec> fields() {
        return pages.stream().flatMap(page -> page.fields().stream()).toList();
    }

    /** What the values of fields have to make together, of all pages. */
    public List<FieldSum> sums() {
        return pages.stream().flatMap(page -> page.sums().stream()).toList();
    }

    /** The field of that name. */
    public FieldSpec field(String fieldName) {
        return fields().stream()
                .filter(field -> field.name().equals(fieldName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("form " + id() + " has no field " + fieldName));
    }
}
