package numeral.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that dies while it publishes leaves the old rows. */
class PublishKilledIT {
    @TempDir
    Path directory;

    @Test
    void theRowsOfTheEarlierRunStayReadable() throws Exception {
        Cli cli = Cli.quick(directory);
        cli.summaryOf("synth", "digits", "--out", "few", "--train", "300", "--test", "1");
        cli.summaryOf("synth", "digits", "--out", "many", "--train", "5000", "--test", "1", "--packing", "raw");
        cli.summaryOf(ingest("few/train", ".gz"));
        long before = parquetFiles();
        assertThat(before).isPositive();

        Process killed = cli.start(ingest("many/train", ""));
        while (killed.isAlive() && parquetFiles() == before) {
            Thread.sleep(5);
        }
        assertThat(killed.isAlive())
                .as("still publishing when its first new file is there")
                .isTrue();
        killed.destroyForcibly().waitFor();

        JsonNode export = cli.summaryOf("export", "--table", "digits", "--out", "out");
        assertThat(export.get("rows").asLong()).isEqualTo(300);

        cli.summaryOf(ingest("many/train", ""));
        assertThat(cli.summaryOf("export", "--table", "digits", "--out", "out")
                        .get("rows")
                        .asLong())
                .isEqualTo(5000);
    }

    private static String[] ingest(String prefix, String suffix) {
        return new String[] {
            "ingest",
            "--images",
            prefix + "-images-idx3-ubyte" + suffix,
            "--labels",
            prefix + "-labels-idx1-ubyte" + suffix,
            "--dataset",
            "drawn",
            "--split",
            "train",
            "-D",
            "numeral.ingest.records-per-partition=100"
        };
    }

    private long parquetFiles() throws IOException {
        Path data = directory.resolve("warehouse/numeral/digits/data");
        if (!Files.exists(data)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(file -> file.toString().endsWith(".parquet")).count();
        }
    }
}
