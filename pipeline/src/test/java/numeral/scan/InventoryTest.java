package numeral.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InventoryTest {
    @TempDir
    Path folder;

    private ScanFixture scan;

    @BeforeEach
    void fill() {
        scan = new ScanFixture(folder);
        scan.write("in/b.png", Samples.png());
        scan.write("in/sub/a [1].jpg", Samples.jpeg());
        scan.write("in/forms.zip", Packer.zip("p.png", Samples.png()));
        scan.write("in/.DS_Store", new byte[10]);
    }

    private List<Source> list(String... inputs) throws Exception {
        return new Inventory(new Configuration(false), scan.limits()).list(List.of(inputs));
    }

    @Test
    void readsADirectoryWithAllBelowIt() {
        String input = folder.resolve("in").toString();

        List<Item> items = scan.items(input);

        assertThat(items.stream().map(ScanFixture::brief))
                .containsExactly(
                        ".DS_Store#0 SKIPPED_JUNK", "b.png#0 OK", "forms.zip!/p.png#0 OK", "sub/a [1].jpg#0 OK");
        assertThat(items).allSatisfy(item -> assertThat(item.archive()).isEqualTo(input));
    }

    @Test
    void listsEachFileOnce() throws Exception {
        String file = folder.resolve("in/b.png").toString();

        assertThat(list(file, folder.resolve("in").toString(), "file:" + file))
                .hasSize(4)
                .doesNotHaveDuplicates();
    }

    @Test
    void takesGlobsAndNamesWithBrackets() throws Exception {
        assertThat(list(folder + "/in/*.{png,zip}"))
                .extracting(Source::input)
                .containsExactly(folder + "/in/b.png", folder + "/in/forms.zip");
        assertThat(list(folder + "/in/sub/a [1].jpg")).hasSize(1);
    }

    @Test
    void namesAllMissingInputsAtOnce() {
        assertThatThrownBy(() -> list(folder + "/none", folder + "/in", folder + "/*.tif"))
                .isInstanceOf(FileNotFoundException.class)
                .hasMessage("no file found at: " + folder + "/none, " + folder + "/*.tif");
    }

    @Test
    void sharesOutALargeZip() throws Exception {
        Object[] entries = new Object[20];
        for (int i = 0; i < 10; i++) {
            entries[2 * i] = i + ".png";
            entries[2 * i + 1] = Samples.encode("png", "", Samples.noise(50, 50, i));
        }
        scan = new ScanFixture(folder, "split = 5 KiB");
        String file = scan.write("big.zip", Packer.zip(entries)).toString();

        assertThat(list(file)).hasSize(5).extracting(Source::firstEntry).containsExactly(0L, 2L, 4L, 6L, 8L);
        assertThat(scan.items(file).stream().map(ScanFixture::brief))
                .containsExactlyElementsOf(
                        IntStream.range(0, 10).mapToObj(i -> i + ".png#0 OK").toList());
    }

    @Test
    void sourcesAndLimitsTravel() throws Exception {
        Source source = list(folder + "/in/b.png").get(0);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(source);
            out.writeObject(scan.limits());
        }

        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(source);
            assertThat(in.readObject()).isEqualTo(scan.limits());
        }
    }
}
