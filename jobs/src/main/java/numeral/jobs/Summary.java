package numeral.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a command tells at its end: names to numbers and words, one JSON object on one line. */
final class Summary {
    private final Map<String, Object> values = new LinkedHashMap<>();

    /** Adds one value: a number, a string, a boolean, or a map or list of these. */
    Summary with(String name, Object value) {
        values.put(name, value);
        return this;
    }

    String json() {
        try {
            return new ObjectMapper().writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("summary " + values, e);
        }
    }
}
