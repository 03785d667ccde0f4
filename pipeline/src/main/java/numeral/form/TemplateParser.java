package numeral.form;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Reads the JSON of one form and gathers everything that is wrong with it. */
final class TemplateParser {
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
            boolean tinted,
            Registration registration,
            Identity identity,
            List<FieldSpec> fields,
            List<FieldSum> sums) {
        List<String> problems() {
            List<String> problems = new ArrayList<>();
            if (widthMm > 0 && heightMm > 0) {
                problems.addAll(TemplateGeometry.problems(widthMm, heightMm, registration, fields));
                problems.addAll(identity.problems(widthMm, heightMm));
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
                                page.tinted,
                                page.registration,
                                page.identity,
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
        boolean tinted = json.flag("tinted", false);
        JsonObject found = json.object("registration");
        Registration registration = found == null ? null : RegistrationParser.parse(found, problems);
        List<FieldSpec> fields = new ArrayList<>();
        for (JsonObject field : json.objects("fields", 1)) {
            FieldSpec parsed = FieldParser.parse(field, problems);
            if (parsed != null) {
                fields.add(parsed);
            }
        }
        List<FieldSum> sums = new ArrayList<>();
        if (json.has("checks")) {
            json.objects("checks", 0).forEach(check -> sums.add(sum(check)));
        }
        return new Draft(widthMm, heightMm, lineMm, tinted, registration, IdentityParser.identity(json), fields, sums);
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
