package numeral.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import numeral.InputRefused;
import numeral.LocalSpark;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class SoloTrainerTest {
    private static final String[] MLP = {"network = mlp", "hidden = 16", "epochs = 4", "batch-size = 16"};

    private final Dataset<Row> digits = TinyDigits.rows(LocalSpark.session(), 400, 2);

    private static TrainPlan mlp(String... more) {
        return Plans.with(String.join("\n", MLP), String.join("\n", more));
    }

    @Test
    void trainsSideBySideWhatItTrainsAlone() {
        TrainPlan fast = mlp("learning-rate = 0.01");
        TrainPlan slow = mlp("learning-rate = 0.00001");
        try (SoloTrainer trainer = new SoloTrainer(digits, fast)) {
            List<SoloTrainer.Result> together =
                    List.of(fast, slow).parallelStream().map(trainer::train).toList();

            assertThat(together).containsExactly(trainer.train(fast), trainer.train(slow));
            assertThat(together.get(0).accuracy()).isGreaterThan(0.9);
            assertThat(together.get(1).accuracy()).isLessThan(0.5);
            assertThat(together.get(0).loss()).isLessThan(together.get(1).loss());
        }
    }

    @Test
    void aTrainingThatDivergesIsRefused() {
        TrainPlan wild = mlp("learning-rate = 1e30");
        try (SoloTrainer trainer = new SoloTrainer(digits, wild)) {
            assertThatThrownBy(() -> trainer.train(wild))
                    .isInstanceOf(InputRefused.class)
                    .hasMessageContaining("training diverged");
        }
    }

    @Test
    void theDigestTellsDataAndDivisionApart() {
        assertThat(List.of(
                        digest(digits, mlp()),
                        digest(digits.limit(399), mlp()),
                        digest(digits, mlp("validation-fraction = 0.2"))))
                .doesNotHaveDuplicates();
        assertThat(digest(digits.repartition(3), mlp())).isEqualTo(digest(digits, mlp()));
    }

    private static String digest(Dataset<Row> digits, TrainPlan plan) {
        try (SoloTrainer trainer = new SoloTrainer(digits, plan)) {
            return trainer.digest();
        }
    }

    @Test
    void bothPartsAreNeeded() {
        assertThatThrownBy(() -> new SoloTrainer(digits, mlp("validation-fraction = 0")))
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("400 examples to train on and 0 to validate");
    }
}
