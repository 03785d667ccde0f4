package numeral.network;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The classes that a network's JSON may name. DeepLearning4J makes an object of whatever class stands there, so a file is checked before it is given
 * to it: every {@code @class} has to be on the list, and no class may be named in another way.
 */
final class AllowedClasses {
    private static final String CLASS = "@class";
    /** What lies in this package came with the program, not with the file. */
    private static final Pattern OWN = Pattern.compile("numeral\\.network(\\.\\w+)+");
    /** Objects that are plain maps; any other without a class would be read in DeepLearning4J's old format, which names classes by other words. */
    private static final Set<String> MAPS = Set.of("", "confs", "inputPreProcessors", "values");
    /** The one list of words; in any other place an array that begins with a word names a class to Jackson. */
    private static final String WORDS = "variables";

    static final Set<String> NAMES = Map.of(
                    "org.deeplearning4j.nn.conf.layers",
                    "ActivationLayer BatchNormalization ConvolutionLayer DenseLayer DropoutLayer GlobalPoolingLayer LossLayer"
                            + " OutputLayer SubsamplingLayer",
                    "org.deeplearning4j.nn.conf.dropout",
                    "Dropout GaussianDropout GaussianNoise SpatialDropout",
                    "org.deeplearning4j.nn.conf.preprocessor",
                    "CnnToFeedForwardPreProcessor FeedForwardToCnnPreProcessor",
                    "org.deeplearning4j.preprocessors",
                    "ReshapePreprocessor",
                    "org.deeplearning4j.nn.weights",
                    "WeightInitRelu WeightInitReluUniform WeightInitXavier WeightInitXavierUniform",
                    "org.nd4j.linalg.activations.impl",
                    "ActivationELU ActivationGELU ActivationIdentity ActivationLReLU ActivationReLU ActivationSigmoid"
                            + " ActivationSoftmax ActivationSwish ActivationTanH",
                    "org.nd4j.linalg.learning.config",
                    "Adam AdaMax AMSGrad Nadam Nesterovs NoOp RmsProp Sgd",
                    "org.nd4j.linalg.learning.regularization",
                    "L1Regularization L2Regularization WeightDecay",
                    "org.nd4j.linalg.lossfunctions.impl",
                    "LossMCXENT LossNegativeLogLikelihood",
                    "org.nd4j.linalg.schedule",
                    "CycleSchedule ExponentialSchedule FixedSchedule InverseSchedule MapSchedule PolySchedule RampSchedule"
                            + " SigmoidSchedule StepSchedule")
            .entrySet()
            .stream()
            .flatMap(room -> Stream.of(room.getValue().split(" ", -1)).map(name -> room.getKey() + "." + name))
            .collect(Collectors.toUnmodifiableSet());

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private AllowedClasses() {}

    /**
     * Checks the JSON of a network.
     *
     * @param entry entry of the model file that it comes from
     * @throws IllegalArgumentException naming the class and the entry where one is not allowed
     */
    static void require(String entry, String json) {
        try {
            check(entry, "", STRICT.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("entry " + entry + " is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static void check(String entry, String field, JsonNode node) {
        if (node.isObject()) {
            if (node.has(CLASS)) {
                requireAllowed(entry, field, node.get(CLASS).asText());
            } else if (!MAPS.contains(field)) {
                throw new IllegalArgumentException(
                        "entry " + entry + ": '" + field + "' is an object that names no " + CLASS);
            }
            node.fields().forEachRemaining(child -> check(entry, child.getKey(), child.getValue()));
        } else if (node.isArray()) {
            for (JsonNode element : node) {
                if (element.isTextual() && !field.equals(WORDS)) {
                    requireAllowed(entry, field, element.asText());
                }
                check(entry, field, element);
            }
        }
    }

    private static void requireAllowed(String entry, String field, String name) {
        if (!NAMES.contains(name) && !OWN.matcher(name).matches()) {
            throw new IllegalArgumentException("entry " + entry + ": '" + field + "' names the class " + name
                    + ", which is none of the layers, activations, optimisers and schedules that may be loaded");
        }
    }
}
