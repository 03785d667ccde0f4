package numeral.measure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.io.Serializable;
import java.io.StringReader;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was really written in the fields of pages: from a CSV file with the columns archive, entry, page (from 0), field, value and state (FILLED,
 * BLANK or CROSSED_OUT), or from JSON that maps the name of each one-page file to its fields and their values.
 */
public final class FieldTruth implements Serializable {
    private static final long serialVersionUID = 1;
    private static final List<String> COLUMNS = List.of("archive", "entry", "page", "field", "value", "state");
    private static final String FILLED = "FILLED";
    private static final String CROSSED_OUT = "CROSSED_OUT";

    private final HashMap<String, HashMap<String, Written>> pages = new HashMap<>();

    private FieldTruth() {}

    /**
     * One field.
     *
     * @param value what is to be read; empty where nothing is
     * @param crossedOut whether something was written and taken back
     */
    public record Written(String value, boolean crossedOut) implements Serializable {
        /** Whether there is a value to be read. */
        public boolean legible() {
            return !value.isEmpty();
        }
    }

    /**
     * Reads a file's text.
     *
     * @throws IllegalArgumentException where it is neither of the two
     */
    public static FieldTruth parse(String text) {
        return text.stripLeading().startsWith("{") ? json(text) : csv(text);
    }

    private static FieldTruth csv(String text) {
        CsvParserSettings settings = new CsvParserSettings();
        settings.setLineSeparatorDetectionEnabled(true);
        // a line that begins with # is a line like any other
        settings.setCommentProcessingEnabled(false);
        settings.setNullValue("");
        settings.setEmptyValue("");
        CsvParser lines = new CsvParser(settings);
        try {
            lines.beginParsing(new StringReader(text.replaceFirst("^\ufeff", "")));
            return csv(lines);
        } catch (TextParsingException e) {
            throw new IllegalArgumentException("truth: not CSV from line " + (e.getLineIndex() + 1) + " on", e);
        }
    }

    private static FieldTruth csv(CsvParser lines) {
        FieldTruth truth = new FieldTruth();
        String[] first = lines.parseNext();
        List<String> header = first == null ? List.of() : Arrays.asList(first);
        if (!header.containsAll(COLUMNS)) {
            throw new IllegalArgumentException("truth: header " + header + ": expected the columns " + COLUMNS);
        }
        for (String[] cells = lines.parseNext(); cells != null; cells = lines.parseNext()) {
            if (cells.length != header.size()) {
                throw new IllegalArgumentException(
                        "truth: line " + lines.getContext().currentLine() + " has " + cells.length
                                + " columns: expected " + header.size());
            }
            String place = cells[header.indexOf("archive")] + "/" + cells[header.indexOf("entry")] + "#"
                    + cells[header.indexOf("page")];
            String state = cells[header.indexOf("state")];
            truth.add(
                    place,
                    cells[header.indexOf("field")],
                    new Written(state.equals(FILLED) ? cells[header.indexOf("value")] : "", state.equals(CROSSED_OUT)));
        }
        return truth;
    }

    private static FieldTruth json(String text) {
        FieldTruth truth = new FieldTruth();
        try {
            new ObjectMapper().readTree(text).fields().forEachRemaining(file -> {
                if (!file.getValue().isObject()) {
                    throw new IllegalArgumentException(
                            "truth: " + file.getKey() + ": expected an object of fields and their values");
                }
                file.getValue()
                        .fields()
                        .forEachRemaining(field -> truth.add(
                                file.getKey() + "#0", field.getKey(), new Written(value(field.getValue()), false)));
            });
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("truth: not JSON: " + e.getOriginalMessage(), e);
        }
        return truth;
    }

    private static String value(JsonNode value) {
        return value.isNull() ? "" : value.asText();
    }

    private void add(String place, String field, Written written) {
        pages.computeIfAbsent(slashes(place), page -> new HashMap<>()).put(field, written);
    }

    /** What was written there; none where the file does not tell. */
    public Optional<Written> of(String pageKey, String field) {
        return Optional.ofNullable(fields(pageKey).get(field));
    }

    /** Fields with a value on that page. */
    public long legible(String pageKey) {
        return fields(pageKey).values().stream().filter(Written::legible).count();
    }

    /** The page whose place is the end of the key, which has the folders and archives around it as well. */
    private Map<String, Written> fields(String pageKey) {
        String place = slashes(pageKey);
        while (!pages.containsKey(place) && place.indexOf('/') >= 0) {
            place = place.substring(place.indexOf('/') + 1);
        }
        return pages.getOrDefault(place, new HashMap<>());
    }

    private static String slashes(String place) {
        return place.replace("!/#", "#").replace("!/", "/");
    }
}
