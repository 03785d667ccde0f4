package numeral.jobs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import numeral.table.Registry;
import numeral.table.Run;
import numeral.table.Table;
import numeral.train.Checkpoints;
import numeral.train.EpochRow;
import numeral.train.TrainPlan;
import numeral.train.Trained;
import numeral.train.Trainer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trains a network on the training part of a dataset by parameter averaging and registers it as a candidate. */
@Command(name = "train", description = "Trains a network by parameter averaging; registers a candidate.")
final class TrainJob implements Job {
    @Option(
            names = "--dataset",
            required = true,
            split = ",",
            description = "Datasets to train on together, their splits 'train'")
    List<String> datasets;

    @Option(names = "--network", description = "cnn, lenet or mlp; the same as -D numeral.train.network=...")
    Optional<String> network = Optional.empty();

    @Option(
            names = "--from",
            paramLabel = "MODEL",
            description = "Trains on from this model's weights: an id, champion or shipped")
    Optional<String> parent = Optional.empty();

    @Option(
            names = "--resume",
            paramLabel = "MODEL",
            description =
                    "Goes on from the checkpoint of this model, which an interrupted run of the same command left")
    Optional<String> resume = Optional.empty();

    @Override
    public Map<String, String> settings() {
        return network.map(name -> Map.of("numeral.train.network", name)).orElse(Map.of());
    }

    @Override
    public void check(Problems problems) {
        problems.requireSettings(TrainPlan::from);
    }

    @Override
    public String defaultRun() {
        return datasets.get(0);
    }

    @Override
    public Summary run(Workspace workspace) {
        TrainPlan plan = TrainPlan.from(workspace.config());
        Dataset<Row> digits = datasets.stream()
                .distinct()
                .map(dataset -> Datasets.split(workspace, dataset, "train"))
                .reduce(Dataset::union)
                .orElseThrow();
        Registry registry = workspace.registry();
        Optional<ChosenModel> from = parent.map(id -> ChosenModel.of(workspace, id));
        Checkpoints checkpoints = workspace.checkpoints();
        Trainer fresh = new Trainer(workspace.spark(), plan, workspace.runId(), checkpoints);
        Trainer trainer = resume.map(fresh::resuming).orElse(fresh);
        Trained trained = from.isPresent()
                ? trainer.retrain(digits, from.get().file(), epoch -> tell(workspace, epoch))
                : trainer.train(digits, epoch -> tell(workspace, epoch));

        Run run = workspace.run(Map.of("dataset", String.join(",", datasets)));
        List<Row> epochs = trained.epochs().stream().map(EpochRow::toRow).toList();
        workspace
                .tables()
                .publish(
                        Table.TRAINING,
                        workspace.tables().rows(Table.TRAINING, epochs),
                        run,
                        Map.of("model", trained.id()));
        registry.register(
                run,
                trained.id(),
                plan.network(),
                trained.modelFile(),
                from.map(ChosenModel::id).stream().toList(),
                workspace.configJson());
        checkpoints.remove(trained.id());
        return new Summary()
                .with("model", trained.id())
                .with("network", plan.network())
                .with("epochs", trained.epochs().size())
                .with("examples_trained", trained.examplesTrained())
                .with("seconds", Summary.rounded(trained.seconds()))
                .with("examples_per_second", Summary.rounded(trained.examplesTrained() / trained.seconds()))
                .with("validation_accuracy", Summary.orNull(trained.best().validationAccuracy()));
    }

    private static void tell(Workspace workspace, EpochRow epoch) {
        workspace.progress(
                "%s epoch %d: loss %.4f, accuracy %.4f, validation accuracy %.4f, %,d examples at %,.0f/s, "
                        + "compute %.1f %%, data %.1f %%, averaging %.1f %%",
                epoch.model(),
                epoch.epoch(),
                epoch.trained().loss(),
                epoch.trained().accuracy(),
                epoch.validationAccuracy().orElse(Double.NaN),
                epoch.trained().examples(),
                epoch.examplesPerSecond(),
                100 * epoch.secondsCompute() / epoch.seconds(),
                100 * epoch.secondsData() / epoch.seconds(),
                100 * epoch.secondsAveraging() / epoch.seconds());
    }
}
