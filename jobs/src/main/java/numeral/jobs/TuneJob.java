package numeral.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.typesafe.config.Config;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import numeral.network.ModelFile;
import numeral.table.Run;
import numeral.train.SoloTrainer;
import numeral.train.TrainPlan;
import numeral.tune.Score;
import numeral.tune.SearchSpace;
import numeral.tune.Trial;
import numeral.tune.Trial.Failed;
import numeral.tune.Trial.Scored;
import numeral.tune.TuneSettings;
import numeral.tune.Tuner;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Searches for training settings: trials side by side on the executors, each alone in one task, the better ones again for longer. Every trial is a row as
 * soon as it has ended; the same run again does only what is missing. The winner becomes a file that {@code train --config} takes.
 */
@Command(name = "tune", description = "Searches for training settings; the winner as a file for train --config.")
final class TuneJob implements Job {
    @Option(names = "--dataset", required = true, description = "Dataset to train on, its split 'train'")
    String dataset;

    @Option(names = "--space", required = true, paramLabel = "FILE", description = "HOCON file of ranges to search")
    String space;

    @Option(names = "--output", required = true, paramLabel = "FILE", description = "The winner's settings; replaced")
    String output;

    @Override
    public void check(Problems problems) {
        problems.requireSettings(TrainPlan::from);
        problems.requireSettings(TuneSettings::from);
        problems.requireText("--space", space, SearchSpace::parse);
    }

    @Override
    public String defaultRun() {
        return dataset;
    }

    @Override
    public Summary run(Workspace workspace) throws IOException {
        Config config = workspace.config();
        Dataset<Row> digits = Datasets.split(workspace, dataset, "train");
        Tuner tuner = new Tuner(TuneSettings.from(config), SearchSpace.parse(workspace.read(space)), config);
        Run run = workspace.run(Map.of("dataset", dataset));
        try (SoloTrainer trainer = new SoloTrainer(digits, TrainPlan.from(config))) {
            String plan = ModelFile.sha256((tuner.plan() + "\n" + trainer.digest()).getBytes(UTF_8));
            Trials trials = new Trials(workspace.tables(), run, plan);
            List<Trial> done = trials.done();
            workspace.progress("%d trials were done before", done.size());
            Trial winner = tuner.run(
                    done,
                    trial -> score(trainer.train(TrainPlan.from(trial))),
                    workspace.spark().sparkContext().defaultParallelism(),
                    soFar -> {
                        trials.publish(soFar);
                        tell(workspace, soFar.get(soFar.size() - 1));
                    });
            String heading = String.format(
                    Locale.ROOT,
                    "# Winner of tuning run %s: trial %d, validation accuracy %.4f after %d epochs in one task.%n",
                    run.id(),
                    winner.trial(),
                    accuracy(winner),
                    winner.epochs());
            Files.write(output, (heading + tuner.file(winner)).getBytes(UTF_8), workspace.hadoop());
            return new Summary()
                    .with("run", run.id())
                    .with("output", output)
                    .with("trial", winner.trial())
                    .with("settings", winner.settings())
                    .with("validation_accuracy", Summary.rounded(accuracy(winner)))
                    .with("done_before", done.size())
                    .with("seconds", workspace.seconds());
        }
    }

    private static Score score(SoloTrainer.Result result) {
        return new Score(result.accuracy(), result.loss());
    }

    private static double accuracy(Trial winner) {
        return ((Scored) winner.outcome()).score().accuracy();
    }

    private static void tell(Workspace workspace, Trial trial) {
        String came = trial.outcome() instanceof Failed failed
                ? failed.reason()
                : String.format(Locale.ROOT, "validation accuracy %.4f", accuracy(trial));
        workspace.progress(
                "rung %d, trial %d, %d epochs: %s with %s",
                trial.rung(), trial.trial(), trial.epochs(), came, trial.settings());
    }
}
