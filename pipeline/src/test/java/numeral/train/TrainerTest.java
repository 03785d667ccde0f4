package numeral.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import numeral.LocalSpark;
import numeral.network.ModelFile;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainerTest {
    private static final String[] SMALL = {
        "network = mlp",
        "hidden = 16",
        "dropout = 0",
        "epochs = 1",
        "workers = 2",
        "rounds-per-epoch = 1",
        "batch-size = 16",
        "learning-rate = 0.01",
        "augment { shift-px = 0, rotate-degrees = 0, scale = 0 }"
    };

    private static TrainPlan small(String... overrides) {
        List<String> settings = new ArrayList<>(List.of(SMALL));
        settings.addAll(List.of(overrides));
        return Plans.with(settings.toArray(String[]::new));
    }

    private static Dataset<Row> digits(int count, int partitions) {
        return TinyDigits.rows(LocalSpark.session(), count, partitions);
    }

    private static Trained train(TrainPlan plan, Dataset<Row> digits) {
        return new Trainer(LocalSpark.session(), plan, "run").train(digits, row -> {});
    }

    @Test
    void learns() {
        List<EpochRow> told = new ArrayList<>();
        TrainPlan plan = small("epochs = 4", "rounds-per-epoch = 2");

        Trained trained = new Trainer(LocalSpark.session(), plan, "run").train(digits(1000, 3), told::add);

        assertThat(trained.epochs()).isEqualTo(told).hasSize(4);
        assertThat(trained.best().validationAccuracy().orElseThrow()).isGreaterThan(0.97);
        assertThat(trained.best().validationLoss().orElseThrow())
                .isEqualTo(told.stream()
                        .mapToDouble(row -> row.validationLoss().orElseThrow())
                        .min()
                        .orElseThrow());
        assertThat(trained.epochs().get(3).learningRate())
                .isLessThan(trained.epochs().get(0).learningRate());
        ModelFile.Opened opened = ModelFile.read(trained.modelFile());
        assertThat(opened.card().id()).isEqualTo(trained.id()).startsWith("mlp-");
        assertThat(opened.card().temperature()).isEqualTo(trained.temperature()).isPositive();
        assertThat(opened.card().config()).isEqualTo(plan.toJson());
        // minibatches of one worker: Adam's step goes on over rounds and epochs
        assertThat(opened.network().getLayerWiseConfigurations().getIterationCount())
                .isGreaterThanOrEqualTo((int) Math.ceil(trained.examplesTrained() / 16.0 / 2));
    }

    @ParameterizedTest
    @CsvSource({"199, 2, 2, 16", "1050, 2, 3, 100", "7, 4, 2, 16", "1, 2, 2, 16", "64, 1, 1, 64"})
    void everyExampleIsTrainedEveryEpoch(int count, int workers, int rounds, int batchSize) {
        TrainPlan plan = small(
                "workers = " + workers,
                "rounds-per-epoch = " + rounds,
                "batch-size = " + batchSize,
                "validation-fraction = 0");

        Trained trained = train(plan, digits(count, 3));

        assertThat(trained.epochs()).extracting(EpochRow::examplesTrained).containsExactly((long) count);
        assertThat(trained.epochs())
                .allSatisfy(row -> assertThat(row.validationLoss()).isEmpty());
        assertThat(trained.temperature()).isEqualTo(1);
    }

    @Test
    void trainingAndValidationPartMakeTheWhole() {
        Trained trained = train(small("validation-fraction = 0.25"), digits(199, 3));
        assertThat(trained.validationExamples()).isBetween(20L, 80L);
        assertThat(trained.examplesTrained() + trained.validationExamples()).isEqualTo(199);
    }

    @Test
    void sameSeedGivesTheSameModelHoweverTheRowsArePartitioned() {
        TrainPlan plan = small("dropout = 0.5", "rounds-per-epoch = 2", "augment { shift-px = 2 }");
        Trained once = train(plan, digits(300, 1));
        Trained again = train(plan, digits(300, 4));
        assertThat(again.id()).isEqualTo(once.id());
        assertThat(ModelFile.sha256(again.modelFile())).isEqualTo(ModelFile.sha256(once.modelFile()));

        Trained other = train(
                small("dropout = 0.5", "rounds-per-epoch = 2", "augment { shift-px = 2 }", "seed = 2"), digits(300, 1));
        assertThat(other.id()).isNotEqualTo(once.id());
        assertThat(ModelFile.read(other.modelFile()).network().params())
                .isNotEqualTo(ModelFile.read(once.modelFile()).network().params());
    }

    @Test
    void trainsConvolutionsNatively() {
        Trained trained = train(small("network = cnn"), digits(100, 2));
        assertThat(trained.examplesTrained() + trained.validationExamples()).isEqualTo(100);
    }

    @Test
    void retrainingGoesOnFromTheParent() {
        Trained parent = train(small("epochs = 3"), digits(300, 2));

        Trained child = new Trainer(LocalSpark.session(), small(), "run")
                .retrain(digits(300, 2), parent.modelFile(), row -> {});

        assertThat(child.epochs().get(0).loss())
                .isLessThan(parent.epochs().get(0).loss() / 2);
        assertThat(child.id()).isNotEqualTo(parent.id());
        assertThatThrownBy(() -> new Trainer(LocalSpark.session(), small("hidden = 8"), "run")
                        .retrain(digits(10, 1), parent.modelFile(), row -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the parent model is a mlp with 12730 parameters");
    }

    @Test
    void patienceEndsARunThatGetsNoBetter() {
        // a rate at which the weights jump and never settle
        Trained trained =
                train(small("epochs = 30", "patience = 1", "learning-rate = 3", "decay = constant"), digits(60, 2));
        int last = trained.epochs().size();
        assertThat(last).isLessThan(30);
        assertThat(trained.best().epoch()).isEqualTo(last - 1);
    }

    @Test
    void divergenceIsNamed() {
        TrainPlan plan = small("learning-rate = 1e30", "validation-fraction = 0", "epochs = 3");
        assertThatThrownBy(() -> train(plan, digits(200, 2))).hasStackTraceContaining("training diverged");
    }

    @Test
    void refusesNothing() {
        assertThatThrownBy(() -> train(small(), digits(100, 2).limit(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("nothing to train on: 0 examples, all of them in the validation part");
    }
}
