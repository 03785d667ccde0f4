package numeral.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user is told who gets the command line wrong. */
class UsageIT {
    @TempDir
    Path directory;

    private Cli cli;

    @BeforeEach
    void open() {
        cli = new Cli(directory);
    }

    @Test
    void everyProblemIsToldAtOnceAndNothingElse() throws Exception {
        Files.writeString(
                directory.resolve("my.conf"), "numeral.train.epoch = 3\nnumeral.ingest.max-refused-share = many");

        Cli.Ended ended = cli.run(
                "ingest",
                "--imges",
                "a.idx",
                "--split",
                "test",
                "--config",
                "my.conf",
                "-D",
                "numeral.score.batchsize=1");

        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err())
                .startsWith("WARNING: Using incubator modules: jdk.incubator.vector\nnumeral ingest: ")
                .contains("--imges")
                .contains("--dataset")
                .contains("numeral.train.epoch: not known")
                .contains("numeral.ingest.max-refused-share")
                .contains("numeral.score.batchsize: not known")
                .doesNotContain("Exception")
                .doesNotContain("\tat ");
    }

    @Test
    void missingFilesAndWrongValuesAreNamed() throws Exception {
        Cli.Ended ended = cli.run(
                "ingest",
                "--images",
                "no-images.gz",
                "--labels",
                "no-labels.gz",
                "--dataset",
                "a/b",
                "--split",
                "test");

        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.err())
                .contains("--images no-images.gz: no such file")
                .contains("--labels no-labels.gz: no such file")
                .contains("'a/b'")
                .doesNotContain("\tat ");
    }

    @Test
    void anUnknownCommandIsAnsweredWithTheKnownOnes() throws Exception {
        Cli.Ended ended = cli.run("injest");

        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.err()).contains("injest").contains("ingest, train, tune, evaluate, promote");
    }

    @Test
    void aFileThatIsNotIdxIsRefused() throws Exception {
        Files.writeString(directory.resolve("images.gz"), "<!DOCTYPE html><html><body>404</body></html>");
        Files.write(directory.resolve("labels"), new byte[0]);

        Cli.Ended ended =
                cli.run("ingest", "--images", "images.gz", "--labels", "labels", "--dataset", "d", "--split", "train");

        assertThat(ended.exit()).isEqualTo(3);
        assertThat(ended.err())
                .contains("images.gz")
                .contains("HTML")
                .contains("labels")
                .doesNotContain("\tat ");
    }

    @Test
    void aModelThatDoesNotExistIsRefusedByName() throws Exception {
        Cli.Ended ended = cli.run("score", "--model", "champion", "--run", "r");

        assertThat(ended.exit()).isEqualTo(3);
        assertThat(ended.err())
                .contains("model champion: none has been promoted")
                .contains("run promote");
    }

    @Test
    void aDryRunChecksAndShowsTheConfigurationAndDoesNothing() throws IOException, InterruptedException {
        Files.write(directory.resolve("page.png"), new byte[] {1});

        Cli.Ended ended = cli.run(
                "extract",
                "--dry-run",
                "--template",
                Cli.home().resolve("conf/templates/synthetic.json").toString(),
                "--input",
                "page.png");

        assertThat(ended.exit()).isZero();
        assertThat(ended.summary().get("dry_run").asBoolean()).isTrue();
        assertThat(ended.err()).contains("\"max-failed-share\"");
        assertThat(directory.resolve("warehouse")).doesNotExist();
    }

    @Test
    void aDigitIsReadBeforeAnythingWasTrained() throws Exception {
        Path image = OneDigit.draw(directory.resolve("one.png"));

        JsonNode predicted = cli.summaryOf("predict", image.toString());

        assertThat(predicted.get("images").get(0).get("digit").asInt()).isEqualTo(1);
        assertThat(directory.resolve("warehouse")).doesNotExist();
    }
}
