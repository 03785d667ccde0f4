package numeral.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TrainPlanTest {
    @Test
    void defaultsAreAPlan() {
        assertThat(Plans.with().network()).isEqualTo("cnn");
    }

    @Test
    void listsAllProblems() {
        assertThatThrownBy(() -> Plans.with(
                        "network = rnn",
                        "decay = steep",
                        "label-smoothing = 1",
                        "epochs = 0",
                        "batch-size = 0",
                        "workers = -1",
                        "rounds-per-epoch = 0",
                        "validation-fraction = 1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("numeral.train: ")
                .hasMessageContaining("network is 'rnn'")
                .hasMessageContaining("decay is 'steep', expected one of constant, linear, cosine, one-cycle")
                .hasMessageContaining("label-smoothing is 1.0")
                .hasMessageContaining("epochs is 0")
                .hasMessageContaining("batch-size is 0")
                .hasMessageContaining("workers is -1")
                .hasMessageContaining("rounds-per-epoch is 0")
                .hasMessageContaining("validation-fraction is 1.0");
    }

    @Test
    void patienceNeedsAValidationPart() {
        assertThatThrownBy(() -> Plans.with("patience = 2", "validation-fraction = 0"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("patience is 2 but validation-fraction is 0");
    }

    @Test
    void isJsonOfItsSettings() {
        assertThat(Plans.with("epochs = 3").toJson())
                .contains("\"epochs\":3")
                .contains("\"augmentation\":{\"shiftPx\":");
    }
}
