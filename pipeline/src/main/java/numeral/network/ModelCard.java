package numeral.network;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a model file says about its network.
 *
 * @param id id of the model
 * @param network name of the network: cnn, lenet or mlp
 * @param temperature number that the logits are divided by before a confidence is taken from them; 1 where none was fitted
 * @param config effective configuration of the training as JSON
 */
public record ModelCard(String id, String network, double temperature, String config) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public ModelCard {
        if (id.isBlank()) {
            throw new IllegalArgumentException("id of the model is blank");
        }
        if (!(temperature > 0) || Double.isInfinite(temperature)) {
            throw new IllegalArgumentException("temperature is " + temperature + ", expected more than 0");
        }
        parse(config);
    }

    String toJson() {
        ObjectNode node = JSON.createObjectNode();
        node.put("id", id).put("network", network).put("temperature", temperature);
        node.set("config", parse(config));
        return node.toPrettyString();
    }

    static ModelCard fromJson(String json) {
        JsonNode node = parse(json);
        for (String field : new String[] {"id", "network", "temperature", "config"}) {
            if (!node.has(field)) {
                throw new IllegalArgumentException("model card lacks '" + field + "'");
            }
        }
        return new ModelCard(
                node.get("id").asText(),
                node.get("network").asText(),
                node.get("temperature").asDouble(),
                node.get("config").toString());
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("model card is not JSON: " + e.getOriginalMessage(), e);
        }
    }
}
