package numeral.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import numeral.InputRefused;
import numeral.LocalSpark;
import numeral.network.ModelFile;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainerTest {
    private static final String[] SMALL = {
        "network = mlp",
        "hidden = 16",
        "dropout = 0",
        "epochs = 1",
        "averaging.workers = 2",
        "batch-size = 16",
        "learning-rate = 0.01",
        "augment { shift-px = 0, rotate-degrees = 0, scale = 0 }"
    };

    @TempDir
    Path directory;

    private static TrainPlan small(String... overrides) {
        List<String> settings = new ArrayList<>(List.of(SMALL));
        settings.addAll(List.of(overrides));
        return Plans.with(settings.toArray(String[]::new));
    }

    private static Dataset<Row> digits(int count, int partitions) {
        return TinyDigits.rows(LocalSpark.session(), count, partitions);
    }

    private Trainer trainer(TrainPlan plan) {
        Checkpoints checkpoints = new Checkpoints(directory.toUri().toString(), new Configuration());
        return new Trainer(LocalSpark.session(), plan, "run", checkpoints);
    }

    private Trained train(TrainPlan plan, Dataset<Row> digits) {
        return trainer(plan).train(digits, row -> {});
    }

    @Test
    void learns() {
        List<EpochRow> told = new ArrayList<>();
        TrainPlan plan = small("epochs = 4", "averaging.frequency = 15");

        Trained trained = trainer(plan).train(digits(1000, 3), told::add);

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
    @CsvSource({"199, 2, 4, 16", "1050, 2, 2, 100", "7, 4, 1, 1", "1, 2, 5, 16", "64, 1, 1, 64", "150, 20, 1, 4"})
    void everyExampleIsTrainedEveryEpoch(int count, int workers, int frequency, int batchSize) {
        TrainPlan plan = small(
                "averaging.workers = " + workers,
                "averaging.frequency = " + frequency,
                "batch-size = " + batchSize,
                "validation-fraction = 0");

        Trained trained = train(plan, digits(count, 3));

        assertThat(trained.epochs()).extracting(row -> row.trained().examples()).containsExactly((long) count);
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
        TrainPlan plan = small("dropout = 0.5", "averaging.frequency = 6", "augment { shift-px = 2 }");
        Trained once = train(plan, digits(300, 1));
        Trained again = train(plan, digits(300, 4));
        assertThat(again.id()).isEqualTo(once.id());
        assertThat(ModelFile.sha256(again.modelFile())).isEqualTo(ModelFile.sha256(once.modelFile()));

        Trained other = train(
                small("dropout = 0.5", "averaging.frequency = 6", "augment { shift-px = 2 }", "seed = 2"),
                digits(300, 1));
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

        Trained child = trainer(small()).retrain(digits(300, 2), parent.modelFile(), row -> {});

        assertThat(child.epochs().get(0).trained().loss())
                .isLessThan(parent.epochs().get(0).trained().loss() / 2);
        assertThat(child.id()).isNotEqualTo(parent.id());
        assertThatThrownBy(() -> trainer(small("hidden = 8")).retrain(digits(10, 1), parent.modelFile(), row -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the parent model is a mlp with 12730 parameters");
    }

    @Test
    void timeBudgetEndsARun() {
        Trained trained = train(small("epochs = 1000", "decay = constant", "stopping.time-budget = 1s"), digits(60, 2));
        assertThat(trained.epochs()).hasSizeBetween(1, 999);
    }

    @Test
    void warmUpEpochsAverageOnce() {
        Trained trained = train(
                small("epochs = 2", "averaging.frequency = 2", "averaging.local-warm-up-epochs = 1"), digits(200, 2));
        assertThat(trained.epochs().get(0).rounds()).isEqualTo(1);
        assertThat(trained.epochs().get(1).rounds()).isGreaterThan(2);
    }

    @Test
    void learnsWithAdamStartedAnewInEachRound() {
        Trained trained = train(
                small("epochs = 6", "averaging.frequency = 10", "averaging.updater-state = reset"), digits(600, 2));
        assertThat(trained.best().validationAccuracy().orElseThrow()).isGreaterThan(0.9);
        MultiLayerNetwork network = ModelFile.read(trained.modelFile()).network();
        assertThat(network.getLayerWiseConfigurations().getIterationCount()).isZero();
        assertThat(network.getUpdater().getStateViewArray().maxNumber().floatValue())
                .isZero();
    }

    @Test
    void averagedWeightsAreWhatIsValidatedAndKept() {
        Trained plain = train(small("epochs = 2", "averaging.frequency = 4"), digits(300, 2));
        Trained averaged =
                train(small("epochs = 2", "averaging.frequency = 4", "averaging.weight-average = 0.9"), digits(300, 2));

        assertThat(averaged.epochs().get(1).trained())
                .isEqualTo(plain.epochs().get(1).trained());
        assertThat(averaged.epochs().get(1).validated().lossSum())
                .isNotEqualTo(plain.epochs().get(1).validated().lossSum());
    }

    @Test
    void patienceEndsARunThatGetsNoBetter() {
        // a rate at which the weights jump and never settle
        Trained trained = train(
                small("epochs = 30", "stopping.patience = 1", "learning-rate = 3", "decay = constant"), digits(60, 2));
        int last = trained.epochs().size();
        assertThat(last).isLessThan(30);
        assertThat(trained.best().epoch()).isEqualTo(last - 1);
    }

    @Test
    void divergenceIsNamed() {
        TrainPlan plan = small("learning-rate = 1e30", "validation-fraction = 0", "epochs = 3");
        assertThatThrownBy(() -> train(plan, digits(200, 2)))
                .hasRootCauseInstanceOf(InputRefused.class)
                .rootCause()
                .hasMessageMatching("training diverged: the (loss|sum of the weights) is .* in epoch 1, round 1,"
                        + " worker [12], minibatch [12]; try a lower numeral.train.learning-rate");
    }

    @Test
    void refusesNothing() {
        assertThatThrownBy(() -> train(small(), digits(100, 2).limit(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("nothing to train on: 0 examples, all of them in the validation part");
    }
}
