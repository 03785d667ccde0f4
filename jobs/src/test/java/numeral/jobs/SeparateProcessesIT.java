package numeral.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Executors in processes of their own, as on a cluster: what one JVM hides (serialisation, class paths, natives) shows here. */
class SeparateProcessesIT {
    @TempDir
    Path directory;

    @Test
    void digitsAreIngestedTrainedAndScoredByTwoExecutors() throws Exception {
        Cli local = Cli.quick(directory);
        Cli cluster = new Cli(
                directory,
                Cli.submitting("--master local-cluster[2,1,1536] --executor-memory 1g"
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

        JsonNode trained = cluster.summaryOf(
                "train",
                "--dataset",
                "drawn",
                "--network",
                "cnn",
                "-D",
                "numeral.train.epochs=2",
                "-D",
                "numeral.train.validation-fraction=0");
        assertThat(trained.get("examples_trained").asLong()).isEqualTo(2 * 1500);

        JsonNode evaluated = cluster.summaryOf(
                "evaluate",
                "--dataset",
                "drawn",
                "--model",
                trained.get("model").asText());
        assertThat(evaluated.get("n").asLong()).isEqualTo(200);
        assertThat(evaluated.get("accuracy").asDouble()).isGreaterThan(0.3);
    }
}
