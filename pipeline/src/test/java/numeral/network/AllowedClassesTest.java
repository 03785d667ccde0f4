package numeral.network;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedClassesTest {
    static Iterable<String> names() {
        return AllowedClasses.NAMES;
    }

    private static void require(String json) {
        AllowedClasses.require("configuration.json", json);
    }

    @ParameterizedTest
    @EnumSource(NetworkKind.class)
    void takesEveryNetworkOnOffer(NetworkKind kind) {
        String json = Networks.configuration(NetworksTest.settings(kind)).toJson();
        assertThatCode(() -> require(json)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyNameIsAClass(String name) {
        assertThatCode(() -> Class.forName(name, false, getClass().getClassLoader()))
                .doesNotThrowAnyException();
    }

    @Test
    void takesLayersOfItsOwn() {
        assertThatCode(() -> require("{'@class': 'numeral.network.Anything'}".replace('\'', '"')))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {'confs': [{'layer': {'@class': 'javax.script.ScriptEngineManager'}}]} | javax.script.ScriptEngineManager
            {'confs': [{'layer': ['javax.script.ScriptEngineManager', {}]}]}       | javax.script.ScriptEngineManager
            {'regularization': [['java.io.File', '/tmp']]}                         | java.io.File
            {'a': {'@class': 'numeral.network.Layer<java.io.File>'}}               | numeral.network.Layer<java.io.File>
            {'a': {'@class': 'numeral.networks.Layer'}}                            | numeral.networks.Layer
            """,
            quoteCharacter = '`')
    void refusesOtherClassesHoweverTheyAreNamed(String json, String named) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> require(json.replace('\'', '"')))
                .withMessageStartingWith("entry configuration.json: '")
                .withMessageContaining("names the class " + named);
    }

    @Test
    void refusesTheOldFormat() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> require("{\"confs\": [{\"layer\": {\"dense\": {}}}]}"))
                .withMessage("entry configuration.json: 'layer' is an object that names no @class");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"@class\": \"org.nd4j.linalg.learning.config.Sgd\", \"@class\": \"java.io.File\"}",
                "{} {\"@class\": \"java.io.File\"}",
                "{"
            })
    void refusesWhatTwoParsersCouldReadInTwoWays(String json) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> require(json))
                .withMessageStartingWith("entry configuration.json is not JSON: ");
    }
}
