package numeral.form;

import java.util.ArrayList;
import java.util.List;

/**
 * One page of a form as printed: everything in millimetres from the top left corner of the page. Its JSON is described by {@code
 * conf/templates/template.schema.json}.
 *
 * @param name of the form
 * @param digest first 12 hexadecimal digits of the SHA-256 of the JSON text
 * @param widthMm width of the page
 * @param heightMm height of the page
 * @param lineMm thickness of the printed lines around cells and strips; 0 where the scan does not show them
 * @param tinted whether boxes are white on a tint: their lines run along the border of the tint
 * @param identity what tells this page from those of other forms
 * @param sums what the fields' values have to make together
 */
public record Template(
        String name,
        String digest,
        double widthMm,
        double heightMm,
        double lineMm,
        boolean tinted,
        Registration registration,
        Identity identity,
        List<FieldSpec> fields,
        List<FieldSum> sums) {

    /** @throws TemplateException naming every field or mark that stands where it cannot */
    public Template {
        fields = List.copyOf(fields);
        sums = List.copyOf(sums);
        List<String> problems = new ArrayList<>(TemplateGeometry.problems(widthMm, heightMm, registration, fields));
        problems.addAll(identity.problems(widthMm, heightMm));
        for (FieldSum sum : sums) {
            problems.addAll(sum.problems(fields));
        }
        if (!problems.isEmpty()) {
            throw new TemplateException(name, problems);
        }
    }

    /**
     * Reads the template of a form of one page from its JSON text.
     *
     * @throws TemplateException naming every problem of the text at once, or that the form has more pages
     */
    public static Template parse(String json) {
        Form form = Form.parse(json);
        if (form.pages().size() > 1) {
            throw new TemplateException(
                    form.name(), List.of("form has " + form.pages().size() + " pages: expected one"));
        }
        return form.pages().get(0);
    }

    /** All lines that can be seen on a page: those around the fields and those to register on. */
    List<Registration.Line> printedLines() {
        List<Registration.Line> printed = new ArrayList<>();
        if (lineMm > 0) {
            fields.forEach(field -> printed.addAll(field.linesMm()));
        }
        if (registration instanceof Registration.Lines lines) {
            printed.addAll(lines.lines());
        }
        return printed.stream().distinct().toList();
    }

    /** {@code name@digest}: changes with every change of the text. */
    public String id() {
        return name + "@" + digest;
    }

    /** The field of that name. */
    public FieldSpec field(String fieldName) {
        return fields.stream()
                .filter(field -> field.name().equals(fieldName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("template " + id() + " has no field " + fieldName));
    }
}
