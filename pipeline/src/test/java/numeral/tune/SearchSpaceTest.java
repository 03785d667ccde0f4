package numeral.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.typesafe.config.Config;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchSpaceTest {
    private static final SearchSpace SPACE = SearchSpace.parse(
            """
            numeral.train {
              learning-rate { log-uniform = [1e-4, 1e-2] }
              dropout { uniform = [0.1, 0.5] }
              hidden { int = [1, 3] }
              network { choice = [cnn, mlp] }
              augment.scale { uniform = [0, 0.3] }
            }
            """);

    private static List<Config> drawn() {
        return IntStream.rangeClosed(1, 1000)
                .mapToObj(trial -> SPACE.draw(7, trial).getConfig("numeral.train"))
                .toList();
    }

    @Test
    void drawsEverySettingFromItsRange() {
        List<Config> drawn = drawn();

        assertThat(drawn).allSatisfy(config -> {
            assertThat(config.getDouble("learning-rate")).isBetween(1e-4, 1e-2);
            assertThat(config.getDouble("dropout")).isBetween(0.1, 0.5);
            assertThat(config.getDouble("augment.scale")).isBetween(0.0, 0.3);
        });
        assertThat(new TreeSet<>(drawn.stream().map(c -> c.getInt("hidden")).toList()))
                .containsExactly(1, 2, 3);
        assertThat(drawn.stream().map(c -> c.getString("network")).distinct()).containsExactlyInAnyOrder("cnn", "mlp");
    }

    @Test
    void logUniformGivesEachPowerOfTenTheSame() {
        long small = drawn().stream()
                .filter(config -> config.getDouble("learning-rate") < 1e-3)
                .count();

        assertThat(small).isBetween(450L, 550L);
    }

    @Test
    void drawsTheSameForTheSameSeedAndNothingForTheFirstTrial() {
        assertThat(SPACE.draw(7, 5)).isEqualTo(SPACE.draw(7, 5)).isNotEqualTo(SPACE.draw(8, 5));
        assertThat(SPACE.draw(7, 0).isEmpty()).isTrue();
        assertThat(Set.copyOf(drawn())).hasSizeGreaterThan(990);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            numeral.train.speed { int = [1, 2] }                | numeral.train.speed: not a setting of numeral.train
            numeral.train.augment { int = [1, 2] }              | numeral.train.augment: not a setting of numeral.train
            numeral.score.batch-size { int = [1, 2] }           | numeral.score.batch-size: not a setting of numeral.train
            numeral.train.epochs { int = [1, 2] }               | numeral.train.epochs: cannot be searched
            numeral.train.hidden = 5                            | numeral.train.hidden is a value, expected an object
            numeral.train.dropout { uniform = [0.5, 0.1] }      | numeral.train.dropout: uniform from 0.5 to 0.1
            numeral.train.dropout { uniform = [0.5] }           | numeral.train.dropout: uniform has 1 numbers
            numeral.train.learning-rate { log-uniform = [0, 1] }| numeral.train.learning-rate: log-uniform from 0.0
            numeral.train.network { choice = [] }               | numeral.train.network: choice of nothing
            numeral.train { }                                   | search space: no range
            numeral.train {                                     | search space: String: 1
            """)
    void namesWhatIsWrong(String hocon, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SearchSpace.parse(hocon))
                .withMessageContaining(message);
    }

    @Test
    void namesAllThatIsWrong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SearchSpace.parse("numeral.train { seed { int = [1, 2] }, hidden = 5 }"))
                .satisfies(refused -> assertThat(refused.getMessage().lines()).hasSize(2));
    }
}
