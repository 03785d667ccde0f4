package numeral.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Reads files of answers. JSON Lines: {@code task}, {@code value} (or {@code state} BLANK or UNREADABLE), {@code reviewer}, {@code reviewed_at}.
 * Or Label Studio's JSON export: an array of tasks whose last annotation has a text of the name {@value #VALUE}, or a choice blank or unreadable.
 */
public final class Answers {
    /** Name of the text area that holds the value in a Label Studio project. */
    public static final String VALUE = "value";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Answers() {}

    /**
     * Every answer of the file, understood or refused.
     *
     * @throws IllegalArgumentException where the text begins as an array and is none
     */
    public static List<AnswerLine> parse(String text) {
        List<AnswerLine> answers = new ArrayList<>();
        if (text.stripLeading().startsWith("[")) {
            for (JsonNode task : array(text)) {
                answers.add(read(answers.size(), task.toString(), () -> labelStudio(task)));
            }
        } else {
            List<String> lines = text.lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i);
                if (!line.isBlank()) {
                    answers.add(read(i, line, () -> jsonLine(line)));
                }
            }
        }
        return answers;
    }

    /** Makes an answer; throws {@link Unusable} where it cannot. */
    private interface Reader {
        Answer read() throws Unusable;
    }

    private static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        private final String reason;

        Unusable(String reason, String detail) {
            super(detail);
            this.reason = reason;
        }
    }

    private static AnswerLine read(long position, String text, Reader reader) {
        try {
            return new AnswerLine.Understood(position, reader.read(), sha256(text));
        } catch (Unusable e) {
            return new AnswerLine.Refused(position, e.reason, e.getMessage(), sha256(text));
        }
    }

    private static Answer jsonLine(String line) throws Unusable {
        JsonNode json;
        try {
            json = JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new Unusable("not-json", "expected one JSON object a line");
        }
        return answer(
                text(json, "task"),
                text(json, "state"),
                text(json, VALUE),
                text(json, "reviewer"),
                text(json, "reviewed_at"));
    }

    private static Answer labelStudio(JsonNode task) throws Unusable {
        JsonNode annotations = task.path("annotations");
        if (annotations.isEmpty()) {
            throw new Unusable("no-answer", "expected one or more annotations, found none");
        }
        JsonNode last = annotations.get(annotations.size() - 1);
        if (last.path("was_cancelled").asBoolean()) {
            throw new Unusable("no-answer", "the last annotation was skipped by its reviewer");
        }
        String state = "";
        String value = "";
        for (JsonNode result : last.path("result")) {
            if (result.path("from_name").asText().equals(VALUE)) {
                value = result.path("value").path("text").path(0).asText();
            } else if (result.path("value").has("choices")) {
                state = result.path("value").path("choices").path(0).asText();
            }
        }
        JsonNode by = last.path("completed_by");
        String reviewer = by.isObject() ? by.path("email").asText() : by.asText();
        String at = last.hasNonNull("updated_at") ? text(last, "updated_at") : text(last, "created_at");
        return answer(task.path("data").path("task").asText(), state, value, reviewer, at);
    }

    private static Answer answer(String task, String state, String value, String reviewer, String at) throws Unusable {
        if (task.isEmpty()) {
            throw new Unusable("no-task", "expected the id of a task");
        }
        if (reviewer.isBlank()) {
            throw new Unusable("no-reviewer", "expected who answered");
        }
        String digits = value.replace(" ", "");
        if (!digits.matches("[0-9]*")) {
            throw new Unusable("not-digits", "expected digits, found other characters among " + digits.length());
        }
        Answer.State meant = state(state, digits);
        return new Answer(task, meant, meant == Answer.State.VALUE ? digits : "", reviewer, instant(at));
    }

    private static Answer.State state(String state, String digits) throws Unusable {
        if (state.isBlank()) {
            if (digits.isEmpty()) {
                throw new Unusable("no-answer", "expected a value, or the state BLANK or UNREADABLE");
            }
            return Answer.State.VALUE;
        }
        Answer.State meant;
        try {
            meant = Answer.State.valueOf(state.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Unusable("unknown-state", "expected VALUE, BLANK or UNREADABLE");
        }
        if (meant == Answer.State.VALUE && digits.isEmpty()) {
            throw new Unusable("no-answer", "expected a value with the state VALUE");
        }
        return meant;
    }

    private static Instant instant(String at) throws Unusable {
        try {
            return OffsetDateTime.parse(at).toInstant();
        } catch (DateTimeParseException e) {
            throw new Unusable("no-time", "expected when, such as 2026-11-21T10:00:00Z");
        }
    }

    private static JsonNode array(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "answers: not a JSON array: line " + e.getLocation().getLineNr(), e);
        }
    }

    private static String text(JsonNode json, String key) {
        return json.hasNonNull(key) ? json.get(key).asText() : "";
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
