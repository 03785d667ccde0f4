package numeral.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import numeral.InputRefused;
import numeral.LocalSpark;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumeTest {
    @TempDir
    Path directory;

    private static TrainPlan plan(String... overrides) {
        List<String> settings = new ArrayList<>(List.of(
                "network = mlp",
                "hidden = 16",
                "epochs = 3",
                "batch-size = 16",
                "learning-rate = 0.01",
                "averaging { workers = 2, frequency = 5, weight-average = 0.5 }"));
        settings.addAll(List.of(overrides));
        return Plans.with(settings.toArray(String[]::new));
    }

    private static Dataset<Row> digits(int count) {
        return TinyDigits.rows(LocalSpark.session(), count, 2);
    }

    private Trainer trainer(TrainPlan plan) {
        Checkpoints checkpoints = new Checkpoints(directory.toUri().toString(), new Configuration());
        return new Trainer(LocalSpark.session(), plan, "run", checkpoints);
    }

    /** Trains until the driver is lost after an epoch; the id of the model that was not to be. */
    private String interrupted(TrainPlan plan, int lastEpoch) {
        List<EpochRow> rows = new ArrayList<>();
        assertThatThrownBy(() -> trainer(plan).train(digits(200), row -> {
                    rows.add(row);
                    if (row.epoch() == lastEpoch) {
                        throw new IllegalStateException("driver lost");
                    }
                }))
                .hasMessage("driver lost");
        return rows.get(0).model();
    }

    @Test
    void aResumedRunEqualsTheUninterruptedOne() {
        Trained whole = trainer(plan()).train(digits(200), row -> {});
        String id = interrupted(plan(), 2);
        assertThat(id).isEqualTo(whole.id());

        List<EpochRow> told = new ArrayList<>();
        Trained resumed = trainer(plan()).resuming(id).train(digits(200), told::add);

        assertThat(told).hasSize(1);
        assertThat(resumed.modelFile()).isEqualTo(whole.modelFile());
        assertThat(resumed.temperature()).isEqualTo(whole.temperature());
        assertThat(resumed.epochs())
                .usingRecursiveComparison()
                .ignoringFields("seconds", "secondsCompute", "secondsData")
                .isEqualTo(whole.epochs());
    }

    @Test
    void patienceGoesOn() {
        // a rate at which the weights jump and never settle
        TrainPlan plan = plan("epochs = 30", "stopping.patience = 1", "learning-rate = 3", "decay = constant");
        Trained whole = trainer(plan).train(digits(200), row -> {});
        String id = interrupted(plan, whole.epochs().size() - 1);
        Trained resumed = trainer(plan).resuming(id).train(digits(200), row -> {});
        assertThat(resumed.epochs()).hasSameSizeAs(whole.epochs());
        assertThat(resumed.best().epoch()).isEqualTo(whole.best().epoch());
    }

    @Test
    void anotherPlanOrOtherDataIsRefused() {
        String id = interrupted(plan(), 1);
        TrainPlan other = plan("batch-size = 8", "averaging.workers = 3");
        assertThatThrownBy(() -> trainer(other).resuming(id).train(digits(200), row -> {}))
                .isInstanceOfSatisfying(InputRefused.class, refused -> assertThat(refused.problems())
                        .containsExactly(
                                "checkpoint " + id + ": plan.averaging.workers was 2, is 3",
                                "checkpoint " + id + ": plan.batchSize was 16, is 8"));
        assertThatThrownBy(() -> trainer(plan()).resuming(id).train(digits(199), row -> {}))
                .isInstanceOf(InputRefused.class)
                .hasMessageMatching("checkpoint " + id
                        + ": data was 200 examples with hash [0-9a-f]+, is 199 examples with hash [0-9a-f]+");
    }
}
