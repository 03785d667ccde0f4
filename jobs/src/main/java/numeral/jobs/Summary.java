package numeral.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** What a command tells at its end: names to numbers and words, one JSON object on one line. */
final class Summary {
    private final Map<String, Object> values = new LinkedHashMap<>();
    private boolean refused;

    /** Adds one value: a number, a string, a boolean, or a map or list of these. */
    Summary with(String name, Object value) {
        values.put(name, value);
        return this;
    }

    /** The command has done its work and the answer is no: exit code 3. */
    Summary refused() {
        refused = true;
        return this;
    }

    boolean isRefused() {
        return refused;
    }

    String json(String command) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("command", command);
        all.putAll(values);
        try {
            return new ObjectMapper().writeValueAsString(all);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("summary " + values, e);
        }
    }

    /** To four decimals: what a reader can use. */
    static double rounded(double value) {
        return Math.round(value * 1e4) / 1e4;
    }

    /** JSON has null where there is no number. */
    static Double orNull(OptionalDouble value) {
        return value.isPresent() ? (Double) rounded(value.getAsDouble()) : null;
    }
}
