package numeral.form;

import java.util.List;

/** Reads what a page of a form is found by; what is wrong goes to the list of problems. */
final class RegistrationParser {
    private RegistrationParser() {}

    /** Null where something is wrong with it. */
    static Registration parse(JsonObject json, List<String> problems) {
        int before = problems.size();
        Registration registration;
        if (json.has("marks") == json.has("lines")) {
            problems.add("registration has " + (json.has("marks") ? "both" : "neither")
                    + " of marks and lines: expected exactly one");
            registration = null;
        } else if (json.has("marks")) {
            registration = new Registration.Marks(json.objects("marks", 3).stream()
                    .map(RegistrationParser::mark)
                    .toList());
        } else {
            registration = new Registration.Lines(json.objects("lines", 4).stream()
                    .map(RegistrationParser::line)
                    .toList());
        }
        json.refuseOthers();
        return problems.size() == before ? registration : null;
    }

    private static Registration.Mark mark(JsonObject json) {
        var mark = new Registration.Mark(json.number("x_mm"), json.number("y_mm"), json.positive("size_mm"));
        json.refuseOthers();
        return mark;
    }

    private static Registration.Line line(JsonObject json) {
        var line = new Registration.Line(
                json.number("x1_mm"), json.number("y1_mm"), json.number("x2_mm"), json.number("y2_mm"));
        json.refuseOthers();
        return line;
    }
}
