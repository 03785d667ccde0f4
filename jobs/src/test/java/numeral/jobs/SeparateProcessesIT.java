package numeral.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Executors in processes of their own, as on a cluster: what one JVM hides (serialisation, class paths, natives) shows here. Training loses its driver
 * after an epoch and an executor in the middle of another.
 */
class SeparateProcessesIT {
    private static final int EPOCHS = 4;

    @TempDir
    Path directory;

    @Test
    void digitsAreTrainedAndScoredByTwoExecutorsThoughProcessesAreLost() throws Exception {
        Cli local = Cli.quick(directory);
        Cli cluster = new Cli(
                directory,
                Cli.submitting("--properties-file " + Cli.home().resolve("conf/spark/cluster-cpu.conf")
                        + " --master local-cluster[2,1,1536] --conf spark.executor.cores=1 --conf spark.executor.memory=1g"
                        + " --conf spark.executor.memoryOverhead=512m --conf spark.ui.enabled=false"
                        + " --conf spark.driver.host=127.0.0.1"));
        local.summaryOf("synth", "digits", "--out", "d", "--train", "1500", "--test", "200");
        for (String part : new String[] {"train", "t10k"}) {
            local.summaryOf(
                    "ingest",
                    "--images",
                    "d/" + part + "-images-idx3-ubyte.gz",
                    "--labels",
                    "d/" + part + "-labels-idx1-ubyte.gz",
                    "--dataset",
                    "drawn",
                    "--split",
                    part.equals("train") ? "train" : "test");
        }

        JsonNode checked = cluster.summaryOf("doctor");
        assertThat(checked.get("failures").asInt()).isZero();
        assertThat(checked.get("findings").findValuesAsText("found")).contains("2 of 2 answered");

        Process lost = cluster.start(train());
        String model = modelAfterEpoch(1, cluster, lost);
        lost.destroyForcibly().waitFor();
        Process resumed = cluster.start(train("--resume", model));
        modelAfterEpoch(2, cluster, resumed);
        oneExecutor(resumed).destroyForcibly();
        Cli.Ended ended = cluster.end(resumed);

        assertThat(ended.exit()).as(ended.err()).isZero();
        assertThat(ended.err()).contains("Lost executor").doesNotContain(model + " epoch 1:");
        JsonNode trained = ended.summary();
        assertThat(trained.get("model").asText()).isEqualTo(model);
        assertThat(trained.get("examples_trained").asLong()).isEqualTo(EPOCHS * 1500);
        assertThat(directory.resolve("warehouse/checkpoints").resolve(model)).doesNotExist();

        JsonNode evaluated = cluster.summaryOf("evaluate", "--dataset", "drawn", "--model", model);
        assertThat(evaluated.get("n").asLong()).isEqualTo(200);
        assertThat(evaluated.get("accuracy").asDouble()).isGreaterThan(0.3);
    }

    private static String[] train(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "train",
                "--dataset",
                "drawn",
                "--network",
                "lenet",
                "-D",
                "numeral.train.epochs=" + EPOCHS,
                "-D",
                "numeral.train.validation-fraction=0"));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    /** The model that is being trained, once an epoch is done. */
    private static String modelAfterEpoch(int epoch, Cli cli, Process process) throws Exception {
        Pattern done = Pattern.compile("(lenet-[0-9a-f]+) epoch " + epoch + ":");
        while (process.isAlive()) {
            Matcher matcher = done.matcher(cli.standardError());
            if (matcher.find()) {
                return matcher.group(1);
            }
            Thread.sleep(20);
        }
        throw new AssertionError("ended before epoch " + epoch + "\n" + cli.standardError());
    }

    private static ProcessHandle oneExecutor(Process driver) {
        return driver.descendants()
                .filter(process -> process.info().commandLine().orElse("").contains("CoarseGrainedExecutorBackend"))
                .findFirst()
                .orElseThrow();
    }
}
