package numeral.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {
    private static final ModelCard CARD = new ModelCard("cnn-1", "cnn", 1.25, "{\"epochs\":3}");
    private final MultiLayerNetwork network = Networks.create(NetworksTest.settings(NetworkKind.CNN));

    @Test
    void readsWhatItWrote() {
        ModelFile.Opened opened = ModelFile.read(ModelFile.write(network, CARD));

        assertThat(opened.card()).isEqualTo(CARD);
        assertThat(opened.network().params()).isEqualTo(network.params());
        assertThat(opened.network().getUpdater().getStateViewArray())
                .isEqualTo(network.getUpdater().getStateViewArray());
        assertThat(opened.network().getLayerWiseConfigurations()).isEqualTo(network.getLayerWiseConfigurations());
    }

    @Test
    void sameNetworkGivesTheSameBytes() {
        byte[] once = ModelFile.write(network, CARD);
        byte[] again = ModelFile.write(ModelFile.read(once).network(), CARD);
        assertThat(ModelFile.sha256(again)).isEqualTo(ModelFile.sha256(once)).hasSize(64);
    }

    @Test
    void goesThroughAHadoopPath(@TempDir Path directory) throws IOException {
        byte[] file = ModelFile.write(network, CARD);
        String path = directory.resolve("models/cnn-1.zip").toUri().toString();

        ModelFile.save(file, path, new Configuration());

        assertThat(ModelFile.load(path, new Configuration())).isEqualTo(file);
    }

    @Test
    void refusesOtherBytes() {
        byte[] page = "<html>not found</html>".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> ModelFile.read(page))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not a model file: 22 bytes with entries [] and no numeral.json");
    }

    @Test
    void refusesEntriesThatHoldJavaObjects() throws IOException {
        assertThatThrownBy(() -> ModelFile.read(zip(Map.of("preprocessor.bin", new byte[1]))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a model file: holds the entry preprocessor.bin, expected each of"
                        + " [coefficients.bin, configuration.json, numeral.json, updaterState.bin] once");
    }

    @Test
    void refusesAnEntryThatUnpacksToTooMuch() throws IOException {
        byte[] bomb = zip(Map.of("configuration.json", new byte[2 << 20]));

        assertThat(bomb).hasSizeLessThan(10_000);
        assertThatThrownBy(() -> ModelFile.read(bomb))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a model file: the entry configuration.json unpacks to more than 1048576 bytes");
    }

    @Test
    void makesNoObjectOfAClassThatIsNotAllowed() throws IOException {
        Map<String, byte[]> entries = unzip(ModelFile.write(network, CARD));
        String json = new String(entries.get("configuration.json"), StandardCharsets.UTF_8)
                .replace("numeral.network.FusedAdam", "org.nd4j.linalg.learning.config.AdaDelta");
        entries.put("configuration.json", json.getBytes(StandardCharsets.UTF_8));
        byte[] changed = zip(entries);

        assertThatThrownBy(() -> ModelFile.read(changed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("entry configuration.json: 'iupdater' names the class"
                        + " org.nd4j.linalg.learning.config.AdaDelta, which is none of the layers");
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static Map<String, byte[]> unzip(byte[] file) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    @Test
    void cardChecksItsValues() {
        assertThatThrownBy(() -> new ModelCard("m", "cnn", 0, "{}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("temperature is 0.0, expected more than 0");
        assertThatThrownBy(() -> new ModelCard("m", "cnn", 1, "{"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("model card is not JSON");
    }
}
