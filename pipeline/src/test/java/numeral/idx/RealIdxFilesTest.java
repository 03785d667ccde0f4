package numeral.idx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import numeral.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files as they were published, and as downloads left them. */
class RealIdxFilesTest {

    @ParameterizedTest
    @CsvSource({
        "mnist/train-images-idx3-ubyte.gz, ubyte 60000x28x28",
        "mnist/train-labels-idx1-ubyte.gz, ubyte 60000",
        "mnist/t10k-images-idx3-ubyte.gz, ubyte 10000x28x28",
        "mnist/t10k-labels-idx1-ubyte.gz, ubyte 10000",
        "idx-edge-cases/qmnist-train-labels-idx2-int.gz, int 60000x8",
        "idx-edge-cases/qmnist-test-labels-idx2-int.gz, int 60000x8",
        "idx-edge-cases/qmnist-test-labels-idx1-ubyte.gz, ubyte 60000",
        "idx-edge-cases/valid-11-bytes.idx, ubyte 3"
    })
    void readsWholeFiles(String name, String header) throws IOException {
        try (IdxReader reader = open(name)) {
            assertThat(reader.header()).hasToString(header);
            reader.skip(reader.header().records());
            assertThat(reader.next(new byte[reader.header().recordBytes()])).isFalse();
        }
    }

    @Test
    void readsIntegersOfWriterLabels() throws IOException {
        try (IdxReader reader = open("idx-edge-cases/qmnist-train-labels-idx2-int.gz")) {
            byte[] record = new byte[32];
            reader.next(record);
            double[] columns = new double[8];
            Arrays.setAll(columns, c -> ElementType.INT.get(ByteBuffer.wrap(record), c));
            assertThat(columns).containsExactly(5, 4, 2154, 59, 35, 229421, 0, 0);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    empty.idx                    | content: expected an IDX file, found 0 bytes
                    broken-html-page.gz          | content: expected an IDX file, raw or gzip, found an HTML or XML page, perhaps a failed download
                    broken-truncated-44-bytes.gz | content: expected an IDX file, found 0 bytes
                    qmnist-all-labels-idx2-int.xz | content: expected an IDX file, raw or gzip, found xz data; unpack it or pack it with gzip
                    """)
    void refusesWhatIsNoIdxFile(String name, String message) {
        Path path = SharedData.require("idx-edge-cases/" + name);
        IdxException refused =
                catchThrowableOfType(IdxException.class, () -> IdxReader.open(name, Files.newInputStream(path))
                        .close());
        assertThat(refused).hasMessage(name + ": " + message);
    }

    private static IdxReader open(String name) throws IOException {
        return IdxReader.open(name, Files.newInputStream(SharedData.require(name)));
    }
}
