package numeral.form;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads the JSON of one form and gathers everything that is wrong with it. */
final class TemplateParser {
    private static final int LONGEST_FIELD = 64;
    private static final double DEFAULT_LINE_MM = 0.3;
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final List<String> problems = new ArrayList<>();

    /** A page of a form as far as it could be read; NaN and null stand for what could not. */
    private record Draft(
            double widthMm,
            double heightMm,
            double lineMm,
            Registration registration,
            List<FieldSpec> fields,
            List<FieldSum> sums) {
        List<String> problems() {
            List<String> problems = new ArrayList<>();
            if (widthMm > 0 && heightMm > 0) {
                problems.addAll(TemplateGeometry.problems(widthMm, heightMm, registration, fields));
            }
            sums.forEach(sum -> problems.addAll(sum.problems(fields)));
            return problems;
        }
    }

    Form parse(String json) {
        JsonObject root = new JsonObject(tree(json), "", problems);
        root.has("$schema"); // for editors
        String name = root.text("name");
        List<Draft> drafts = new ArrayList<>();
        if (root.has("pages")) {
            for (JsonObject page : root.objects("pages", 1)) {
                drafts.add(page(page));
                page.refuseOthers();
            }
        } else {
            drafts.add(page(root));
        }
        root.refuseOthers();
        for (int i = 0; i < drafts.size(); i++) {
            String where = drafts.size() == 1 ? "" : "page " + (i + 1) + ": ";
            drafts.get(i).problems().forEach(problem -> problems.add(where + problem));
        }
        twice(drafts);
        if (!problems.isEmpty()) {
            throw new TemplateException(name.isBlank() ? "without a name" : name, problems);
        }
        String digest = digest(json);
        return new Form(
                name,
                digest,
                drafts.stream()
                        .map(page -> new Template(
                                name,
                                digest,
                                page.widthMm,
                                page.heightMm,
                                page.lineMm,
                                page.registration,
                                page.fields,
                                page.sums))
                        .toList());
    }

    private Draft page(JsonObject json) {
        JsonObject page = json.object("page");
        double widthMm = page == null ? Double.NaN : page.positive("width_mm");
        double heightMm = page == null ? Double.NaN : page.positive("height_mm");
        if (page != null) {
            page.refuseOthers();
        }
        double lineMm = json.has("line_mm") ? json.number("line_mm") : DEFAULT_LINE_MM;
        JsonObject found = json.object("registration");
        Registration registration = found == null ? null : registration(found);
        List<FieldSpec> fields = new ArrayList<>();
        for (JsonObject field : json.objects("fields", 1)) {
            int before = problems.size();
            FieldSpec parsed = field(field);
            if (problems.size() == before) {
                fields.add(parsed);
            }
        }
        List<FieldSum> sums = new ArrayList<>();
        if (json.has("checks")) {
            json.objects("checks", 0).forEach(check -> sums.add(sum(check)));
        }
        return new Draft(widthMm, heightMm, lineMm, registration, fields, sums);
    }

    private void twice(List<Draft> drafts) {
        Map<String, Integer> pageOf = new HashMap<>();
        for (int i = 0; i < drafts.size(); i++) {
            for (FieldSpec field : drafts.get(i).fields) {
                Integer before = pageOf.putIfAbsent(field.name(), i);
                if (before != null && before != i) {
                    problems.add("field " + field.name() + " appears on page " + (before + 1) + " and on page "
                            + (i + 1) + ": names must be unique within the form");
                }
            }
        }
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null
                    ? ""
                    : " at line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            throw new TemplateException("text", List.of("not JSON" + where + ": " + e.getOriginalMessage()));
        }
    }

    private Registration registration(JsonObject json) {
        int before = problems.size();
        Registration registration;
        if (json.has("marks") == json.has("lines")) {
            problems.add("registration has " + (json.has("marks") ? "both" : "neither")
                    + " of marks and lines: expected exactly one");
            registration = null;
        } else if (json.has("marks")) {
            registration = new Registration.Marks(
                    json.objects("marks", 3).stream().map(TemplateParser::mark).toList());
        } else {
            registration = new Registration.Lines(
                    json.objects("lines", 4).stream().map(TemplateParser::line).toList());
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

    private FieldSpec field(JsonObject json) {
        String name = json.text("name");
        int length = (int) json.whole("length", 1, LONGEST_FIELD);
        Layout layout = layout(json);
        boolean required = json.flag("required", false);
        boolean sensitive = json.flag("sensitive", false);
        List<Check> checks = new ArrayList<>();
        if (json.has("checks")) {
            for (JsonObject check : json.objects("checks", 0)) {
                int before = problems.size();
                Check parsed = check(check, length);
                if (problems.size() == before) {
                    checks.add(parsed);
                }
            }
        }
        json.refuseOthers();
        return new FieldSpec(name, layout, length, required, sensitive, checks);
    }

    private static Layout layout(JsonObject json) {
        String type = json.text("type");
        double xMm = json.number("x_mm");
        double yMm = json.number("y_mm");
        switch (type) {
            case "cells" -> {
                return new Layout.Cells(
                        xMm, yMm, json.positive("cell_w_mm"), json.positive("cell_h_mm"), json.positive("pitch_mm"));
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

    private Check check(JsonObject json, int length) {
        String type = json.text("type");
        Check check =
                switch (type) {
                    case "luhn", "isbn10", "isbn13", "aba", "verhoeff" -> checksum(json, type, length);
                    case "regex" -> regex(json);
                    case "range" -> range(json);
                    case "date" -> date(json, length);
                    default -> {
                        if (!type.isBlank()) {
                            json.problem("type", type, "luhn, isbn10, isbn13, aba, verhoeff, regex, range or date");
                        }
                        yield null;
                    }
                };
        json.refuseOthers();
        return check;
    }

    private static Check checksum(JsonObject json, String type, int length) {
        Checksum checksum = Checksum.valueOf(type.toUpperCase(Locale.ROOT));
        if (!checksum.fits(length)) {
            json.problem("type", type, "a check for numbers of " + length + " digits");
        }
        return checksum;
    }

    private static Check regex(JsonObject json) {
        String pattern = json.text("pattern");
        try {
            return new Check.Matches(Pattern.compile(pattern));
        } catch (PatternSyntaxException e) {
            json.problem("pattern", pattern, "a regular expression (" + e.getDescription() + ")");
            return null;
        }
    }

    private static Check range(JsonObject json) {
        long min = json.whole("min", 0, Long.MAX_VALUE);
        long max = json.whole("max", 0, Long.MAX_VALUE);
        if (min > max) {
            json.problem("max", max, "at least min, which is " + min);
        }
        return new Check.Between(BigInteger.valueOf(min), BigInteger.valueOf(max));
    }

    private static Check date(JsonObject json, int length) {
        String format = json.text("format");
        try {
            Check.CalendarDate.formatter(format);
        } catch (IllegalArgumentException e) {
            json.problem("format", format, "a pattern such as ddMMyyyy (" + e.getMessage() + ")");
            return null;
        }
        if (format.length() != length) {
            json.problem("format", format, "as many characters as the field has digits, " + length);
        }
        return new Check.CalendarDate(format);
    }

    private static FieldSum sum(JsonObject json) {
        var sum = new FieldSum(json.texts("sum", 1), json.text("equals"));
        json.refuseOthers();
        return sum;
    }

    private static String digest(String json) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
