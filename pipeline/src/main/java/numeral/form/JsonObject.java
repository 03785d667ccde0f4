package numeral.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One object of a JSON text that is read key by key; what is wrong goes to a list, and what nobody asked for is wrong too. */
final class JsonObject {
    private final JsonNode node;
    private final String path;
    private final List<String> problems;
    private final Set<String> asked = new HashSet<>();

    JsonObject(JsonNode node, String path, List<String> problems) {
        this.node = node;
        this.path = path;
        this.problems = problems;
        if (!node.isObject()) {
            problems.add(where() + " is " + node + ": expected an object");
        }
    }

    boolean has(String key) {
        asked.add(key);
        return node.hasNonNull(key);
    }

    String text(String key) {
        JsonNode value = required(key);
        if (value != null && (!value.isTextual() || value.textValue().isBlank())) {
            problem(key, value, "a text that is not blank");
        }
        return value == null || !value.isTextual() ? "" : value.textValue();
    }

    /** An array of texts that are not blank, {@code least} of them or more. */
    List<String> texts(String key, int least) {
        List<String> list = new ArrayList<>();
        JsonNode value = required(key);
        if (value == null) {
            return list;
        }
        value.forEach(text -> list.add(text.asText()));
        if (!value.isArray() || list.size() < least || list.stream().anyMatch(String::isBlank)) {
            problem(key, value, "an array of " + least + " or more texts");
        }
        return list;
    }

    /** A number of 0 or more; NaN where there is none. */
    double number(String key) {
        return number(key, 0, "a number of 0 or more");
    }

    /** A number above 0; NaN where there is none. */
    double positive(String key) {
        return number(key, Double.MIN_VALUE, "a number above 0");
    }

    private double number(String key, double min, String expected) {
        JsonNode value = required(key);
        if (value == null) {
            return Double.NaN;
        }
        if (!value.isNumber() || !(value.doubleValue() >= min) || Double.isInfinite(value.doubleValue())) {
            problem(key, value, expected);
            return Double.NaN;
        }
        return value.doubleValue();
    }

    /** A whole number between two bounds, both included; {@code min} where there is none. */
    long whole(String key, long min, long max) {
        JsonNode value = required(key);
        if (value == null) {
            return min;
        }
        if (!value.isIntegralNumber()
                || !value.canConvertToLong()
                || value.longValue() < min
                || value.longValue() > max) {
            problem(key, value, "a whole number from " + min + " to " + max);
            return min;
        }
        return value.longValue();
    }

    boolean flag(String key, boolean absent) {
        if (!has(key)) {
            return absent;
        }
        JsonNode value = node.get(key);
        if (!value.isBoolean()) {
            problem(key, value, "true or false");
        }
        return value.booleanValue();
    }

    JsonObject object(String key) {
        JsonNode value = required(key);
        return value == null ? null : new JsonObject(value, path + key + ".", problems);
    }

    /** The objects of an array with at least {@code least} of them. */
    List<JsonObject> objects(String key, int least) {
        List<JsonObject> list = new ArrayList<>();
        JsonNode value = required(key);
        if (value == null) {
            return list;
        }
        if (!value.isArray() || value.size() < least) {
            problem(key, value, "an array of " + least + " or more");
        }
        for (int i = 0; i < value.size() && value.isArray(); i++) {
            list.add(new JsonObject(value.get(i), path + key + "[" + i + "].", problems));
        }
        return list;
    }

    void problem(String key, Object value, String expected) {
        problems.add(path + key + " is " + value + ": expected " + expected);
    }

    /** To be called when every known key has been asked for. */
    void refuseOthers() {
        node.fieldNames().forEachRemaining(key -> {
            if (!asked.contains(key)) {
                problems.add(path + key + " is not a known key: expected one of "
                        + String.join(", ", asked.stream().sorted().toList()));
            }
        });
    }

    private JsonNode required(String key) {
        if (has(key)) {
            return node.get(key);
        }
        if (node.isObject()) {
            problems.add(path + key + " is missing");
        }
        return null;
    }

    private String where() {
        return path.isEmpty() ? "the template" : path.substring(0, path.length() - 1);
    }
}
