package numeral.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.File;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainPlanTest {
    @Test
    void defaultsAreAPlan() {
        assertThat(Plans.with().network()).isEqualTo("cnn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mnist.conf", "shipped-model.conf"})
    void filesThatShipArePlans(String file) {
        Config given = ConfigFactory.parseFile(new File("../conf/" + file));

        TrainPlan plan = TrainPlan.from(given.withFallback(ConfigFactory.load()));

        assertThat(plan.epochs()).isEqualTo(given.getInt("numeral.train.epochs"));
        assertThat(plan.network()).isEqualTo("cnn");
    }

    @Test
    void listsAllProblems() {
        assertThatThrownBy(() -> Plans.with(
                        "network = rnn",
                        "decay = steep",
                        "label-smoothing = 1",
                        "epochs = 0",
                        "batch-size = 0",
                        "validation-fraction = 1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("numeral.train: ")
                .hasMessageContaining("network is 'rnn'")
                .hasMessageContaining("decay is 'steep', expected one of constant, linear, cosine, one-cycle")
                .hasMessageContaining("label-smoothing is 1.0")
                .hasMessageContaining("epochs is 0")
                .hasMessageContaining("batch-size is 0")
                .hasMessageContaining("validation-fraction is 1.0");
    }

    @Test
    void patienceNeedsAValidationPart() {
        assertThatThrownBy(() -> Plans.with("stopping.patience = 2", "validation-fraction = 0"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("patience is 2 but validation-fraction is 0");
    }

    @Test
    void listsTheProblemsOfASection() {
        assertThatThrownBy(() -> Plans.with(
                        "averaging { workers = -1, frequency = 0, local-warm-up-epochs = -1, weight-average = 1 }"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("numeral.train.averaging: ")
                .hasMessageContaining("workers is -1")
                .hasMessageContaining("frequency is 0")
                .hasMessageContaining("local-warm-up-epochs is -1")
                .hasMessageContaining("weight-average is 1.0");
        assertThatThrownBy(() -> Plans.with("averaging.updater-state = keep"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("numeral.train.averaging: updater-state is 'keep', expected average or reset");
        assertThatThrownBy(() -> Plans.with("stopping { patience = -1, time-budget = -1s }"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("numeral.train.stopping: patience is -1, expected 0 (never) or more;"
                        + " time-budget is -1 s, expected 0 (none) or more");
    }

    @ParameterizedTest
    @CsvSource({"0, 10, 1", "1, 0, 1", "1, 4, 1", "1, 5, 2", "1, 8, 2", "1, 9, 3"})
    void averagesBeforeAWorkerHasMoreMinibatchesThanTheFrequency(int epoch, int minibatches, int rounds) {
        TrainPlan plan = Plans.with("averaging { frequency = 4, local-warm-up-epochs = 1 }");
        assertThat(plan.averaging().rounds(epoch, minibatches)).isEqualTo(rounds);
    }

    @Test
    void stopsBeforeTheEpochThatWouldExceedTheBudget() {
        Stopping stopping = Plans.with("stopping.time-budget = 1m").stopping();
        assertThat(stopping.isTimeOver(0, 0)).isFalse();
        assertThat(stopping.isTimeOver(40, 2)).isFalse();
        assertThat(stopping.isTimeOver(41, 2)).isTrue();
        assertThat(Plans.with().stopping().isTimeOver(1e9, 1)).isFalse();
    }

    @Test
    void isJsonOfItsSettings() {
        assertThat(Plans.with("epochs = 3").toJson())
                .contains("\"epochs\":3")
                .contains("\"augmentation\":{\"shiftPx\":");
    }
}
