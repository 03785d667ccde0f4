package numeral.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import numeral.InputRefused;
import numeral.train.Checkpoint.Best;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointsTest {
    private static final Origin ORIGIN = new Origin("r", "mlp", "{\"seed\":1}", 60, "ab12", "");

    @TempDir
    Path directory;

    private Checkpoints checkpoints;

    @BeforeEach
    void open() {
        checkpoints = new Checkpoints(directory.resolve("c").toUri().toString(), new Configuration());
    }

    private static Checkpoint after(int epochs) {
        Weights weights =
                new Weights(new float[] {epochs, Float.MIN_VALUE, -0f}, new float[] {1e30f, 0.1f}, 7 * epochs);
        Weights best = new Weights(new float[] {0.3f, 1, 2}, new float[0], 7);
        List<EpochRow> rows = IntStream.rangeClosed(1, epochs)
                .mapToObj(epoch -> new EpochRow(
                        "mlp-1",
                        "r",
                        epoch,
                        new Tally(54, 0.1 * epoch, 30),
                        new Tally(0, 0, 0),
                        1e-3,
                        2,
                        3,
                        1.25,
                        1,
                        0.1))
                .toList();
        return new Checkpoint(ORIGIN, weights, new float[] {9, 8, 7}, rows, new Best(1, best, 1.3), 4.75);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(".crc"))
                    .toList();
        }
    }

    @Test
    void comesBackBitForBit() {
        Checkpoint kept = after(2);
        checkpoints.keep(kept);
        assertThat(checkpoints.find(ORIGIN.id())).usingRecursiveComparison().isEqualTo(kept);
    }

    @Test
    void theLastIsKept() throws IOException {
        for (int epochs = 1; epochs <= 11; epochs++) {
            checkpoints.keep(after(epochs));
            assertThat(files()).hasSize(1);
        }
        assertThat(checkpoints.find(ORIGIN.id()).epoch()).isEqualTo(11);
    }

    @Test
    void oneThatIsNotWholeIsNotSeen() throws IOException {
        checkpoints.keep(after(1));
        Path part = directory.resolve("c").resolve(ORIGIN.id()).resolve("writing.part");
        Files.write(part, new byte[10]);
        assertThat(checkpoints.find(ORIGIN.id()).epoch()).isEqualTo(1);
        checkpoints.keep(after(2));
        assertThat(files()).containsExactly("000002.checkpoint");
    }

    @Test
    void removedOnesAreGone() throws IOException {
        checkpoints.keep(after(1));
        checkpoints.remove(ORIGIN.id());
        checkpoints.remove(ORIGIN.id());
        assertThat(files()).isEmpty();
    }

    @Test
    void refusesWhatCannotBeRead() throws IOException {
        assertThatThrownBy(() -> checkpoints.find("mlp-00"))
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("model mlp-00 has no checkpoint in")
                .hasMessageEndingWith("known: []");
        assertThatThrownBy(() -> checkpoints.find("../mlp-00"))
                .isInstanceOf(InputRefused.class)
                .hasMessage("checkpoint '../mlp-00': expected the id of a model, like cnn-0123456789ab");

        checkpoints.keep(after(1));
        assertThatThrownBy(() -> checkpoints.find("mlp-00")).hasMessageEndingWith("known: [" + ORIGIN.id() + "]");
        Path folder = directory.resolve("c").resolve(ORIGIN.id());
        Files.write(folder.resolve("000002.checkpoint"), new byte[10]);
        assertThatThrownBy(() -> checkpoints.find(ORIGIN.id()))
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("cannot be read: no entry checkpoint.json");
    }
}
