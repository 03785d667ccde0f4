package numeral.form;

import java.util.ArrayList;
import java.util.List;

/** Reads one field of a form; what is wrong goes to the list of problems. */
final class FieldParser {
    private static final int LONGEST_FIELD = 64;

    private FieldParser() {}

    /** Null where something is wrong with it. */
    static FieldSpec parse(JsonObject json, List<String> problems) {
        int atFirst = problems.size();
        String name = json.text("name");
        int length = (int) json.whole("length", 1, LONGEST_FIELD);
        Layout layout = layout(json);
        int minLength = json.has("min_length") ? (int) json.whole("min_length", 1, Math.max(1, length)) : length;
        if (minLength < length && layout instanceof Layout.Strip) {
            json.problem("min_length", minLength, "cells: in a strip nothing shows where digits are missing");
        }
        boolean required = json.flag("required", false);
        boolean sensitive = json.flag("sensitive", false);
        List<Check> checks = new ArrayList<>();
        if (json.has("checks")) {
            for (JsonObject check : json.objects("checks", 0)) {
                int before = problems.size();
                Check parsed = CheckParser.parse(check, minLength, length);
                if (problems.size() == before) {
                    checks.add(parsed);
                }
            }
        }
        json.refuseOthers();
        return problems.size() == atFirst
                ? new FieldSpec(name, layout, length, minLength, required, sensitive, checks)
                : null;
    }

    private static Layout layout(JsonObject json) {
        String type = json.text("type");
        double xMm = json.number("x_mm");
        double yMm = json.number("y_mm");
        switch (type) {
            case "cells" -> {
                return cells(json, xMm, yMm);
            }
            case "strip" -> {
                return new Layout.Strip(xMm, yMm, json.positive("w_mm"), json.positive("h_mm"));
            }
            default -> {
                if (!type.isBlank()) {
                    json.problem("type", type, "cells or strip");
                }
                return new Layout.Strip(xMm, yMm, 0, 0);
            }
        }
    }

    private static Layout cells(JsonObject json, double xMm, double yMm) {
        double height = json.positive("cell_h_mm");
        double wall = json.has("wall_mm") ? json.positive("wall_mm") : height;
        if (wall > height) {
            json.problem("wall_mm", wall, "at most cell_h_mm, which is " + height);
        }
        boolean open = json.flag("open", false);
        boolean hanging = json.flag("hanging", false);
        if (open && hanging) {
            json.problem("hanging", true, "false where open is true: there is no upper side to hang from");
        }
        Layout.Comb closed = hanging ? Layout.Comb.HANGING : Layout.Comb.STANDING;
        return new Layout.Cells(
                xMm,
                yMm,
                json.positive("cell_w_mm"),
                height,
                json.positive("pitch_mm"),
                wall,
                open ? Layout.Comb.OPEN : closed);
    }
}
