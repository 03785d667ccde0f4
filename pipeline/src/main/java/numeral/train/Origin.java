package numeral.train;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import numeral.network.ModelFile;

/**
 * What a training run comes from; the same origin gives the same model.
 *
 * @param run name of the run
 * @param network name of the network
 * @param plan the plan as JSON
 * @param examples examples of the data, those of the validation part included
 * @param data hash of the data, hexadecimal
 * @param parent SHA-256 of the model file that training starts from; empty for a fresh network
 */
record Origin(String run, String network, String plan, long examples, String data, String parent) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Id of the model. */
    String id() {
        String all = String.join("\n", plan, data, parent, run);
        return network + "-" + ModelFile.sha256(all.getBytes(UTF_8)).substring(0, 12);
    }

    /** What is not the same in another one, a phrase each: this one's first. */
    List<String> differencesTo(Origin other) {
        List<String> differences = new ArrayList<>();
        Map<String, String> otherSettings = settings(other.plan);
        Map<String, String> all = settings(plan);
        otherSettings.keySet().forEach(name -> all.putIfAbsent(name, "absent"));
        all.forEach((name, value) -> compare(name, value, otherSettings.getOrDefault(name, "absent"), differences));
        compare(
                "data",
                examples + " examples with hash " + data,
                other.examples + " examples with hash " + other.data,
                differences);
        compare("parent model", shown(parent), shown(other.parent), differences);
        compare("run", run, other.run, differences);
        return differences;
    }

    private static void compare(String what, String then, String now, List<String> differences) {
        if (!then.equals(now)) {
            differences.add(what + " was " + then + ", is " + now);
        }
    }

    private static String shown(String parent) {
        return parent.isEmpty() ? "none" : "SHA-256 " + parent;
    }

    private static Map<String, String> settings(String plan) {
        try {
            Map<String, String> settings = new TreeMap<>();
            flatten("plan", JSON.readTree(plan), settings);
            return settings;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("plan is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static void flatten(String name, JsonNode node, Map<String, String> settings) {
        if (node.isObject()) {
            node.fields().forEachRemaining(field -> flatten(name + "." + field.getKey(), field.getValue(), settings));
        } else {
            settings.put(name, node.asText());
        }
    }
}
