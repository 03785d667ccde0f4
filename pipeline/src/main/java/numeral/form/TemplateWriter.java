package numeral.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes a learned form as the JSON text that a person goes on with: one line a field. */
public final class TemplateWriter {
    private static final ObjectMapper JSON = new ObjectMapper();

    private TemplateWriter() {}

    /** A form of one page is written without a list of pages. */
    public static String json(String name, List<Template> pages) {
        String start = "{\n  \"$schema\": \"template.schema.json\",\n  \"name\": " + quoted(name) + ",\n";
        if (pages.size() == 1) {
            return start + page(pages.get(0)) + "}\n";
        }
        return start + "  \"pages\": [\n"
                + pages.stream().map(page -> "  {\n" + page(page) + "  }").collect(Collectors.joining(",\n"))
                + "\n  ]\n}\n";
    }

    private static String page(Template page) {
        return "  \"page\": {\"width_mm\": " + number(page.widthMm()) + ", \"height_mm\": " + number(page.heightMm())
                + "},\n  \"line_mm\": " + number(page.lineMm())
                + (page.tinted() ? ",\n  \"tinted\": true" : "") + ",\n  \"registration\": {\n    "
                + registration(page.registration()) + "\n  },\n  \"fields\": [\n"
                + page.fields().stream().map(TemplateWriter::field).collect(Collectors.joining(",\n")) + "\n  ]\n";
    }

    private static String registration(Registration registration) {
        if (registration instanceof Registration.Marks marks) {
            return marks.marks().stream()
                    .map(mark -> object("x_mm", mark.xMm(), "y_mm", mark.yMm(), "size_mm", mark.sizeMm()))
                    .collect(Collectors.joining(",\n      ", "\"marks\": [\n      ", "\n    ]"));
        }
        return ((Registration.Lines) registration)
                .lines().stream()
                        .map(line -> object(
                                "x1_mm", line.x1Mm(), "y1_mm", line.y1Mm(), "x2_mm", line.x2Mm(), "y2_mm", line.y2Mm()))
                        .collect(Collectors.joining(",\n      ", "\"lines\": [\n      ", "\n    ]"));
    }

    private static String field(FieldSpec field) {
        String place;
        if (field.layout() instanceof Layout.Cells cells) {
            place = "\"type\": \"cells\", "
                    + pairs(
                            "x_mm", cells.xMm(),
                            "y_mm", cells.yMm(),
                            "cell_w_mm", cells.cellWMm(),
                            "cell_h_mm", cells.cellHMm(),
                            "pitch_mm", cells.pitchMm())
                    + (cells.wallMm() < cells.cellHMm() ? ", \"wall_mm\": " + number(cells.wallMm()) : "")
                    + switch (cells.comb()) {
                        case STANDING -> "";
                        case OPEN -> ", \"open\": true";
                        case HANGING -> ", \"hanging\": true";
                    };
        } else {
            Layout.Strip strip = (Layout.Strip) field.layout();
            place = "\"type\": \"strip\", "
                    + pairs("x_mm", strip.xMm(), "y_mm", strip.yMm(), "w_mm", strip.wMm(), "h_mm", strip.hMm());
        }
        return "    {\"name\": " + quoted(field.name()) + ", " + place + ", \"length\": " + field.length() + "}";
    }

    private static String object(Object... pairs) {
        return "{" + pairs(pairs) + "}";
    }

    private static String pairs(Object... pairs) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pairs.length; i += 2) {
            text.append(i == 0 ? "\"" : ", \"").append(pairs[i]).append("\": ").append(number((Double) pairs[i + 1]));
        }
        return text.toString();
    }

    /** To a hundredth of a millimetre, which is a tenth of a pixel. */
    private static String number(double mm) {
        return String.format(Locale.ROOT, "%.2f", mm).replaceAll("\\.?0+$", "");
    }

    private static String quoted(String text) {
        try {
            return JSON.writeValueAsString(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("text that JSON cannot hold: " + text, e);
        }
    }
}
