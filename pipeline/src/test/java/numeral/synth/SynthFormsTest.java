package numeral.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import numeral.form.FieldSpec;
import numeral.form.Template;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SynthFormsTest {
    private static final int DPI = 75;

    private final ArchiveSettings settings = new ArchiveSettings(
            List.of(DPI), List.of("png", "jpeg", "tiff-g4"), List.of("zip", "tar.gz", "folder"), 0.05, 0.02, 0, 5);
    private final Template template = SyntheticTemplate.load();

    @TempDir
    private Path folder;

    @Test
    void packsEveryPageOnceWithItsTruth() throws IOException {
        SynthForms.Written written = write("a", 14, 7);

        assertThat(written.pages()).isEqualTo(14);
        assertThat(written.fields()).isEqualTo(14 * 11);
        assertThat(written.archives())
                .extracting(archive -> Path.of(archive).getFileName().toString())
                .containsExactly("forms-0000.zip", "forms-0001.tar.gz", "forms-0002");
        Map<String, byte[]> documents = new TreeMap<>();
        documents.putAll(unzip(folder.resolve("a/archives/forms-0000.zip")));
        documents.putAll(untar(folder.resolve("a/archives/forms-0001.tar.gz")));
        documents.putAll(list(folder.resolve("a/archives/forms-0002")));
        assertThat(documents.keySet().stream().map(name -> name.substring(name.lastIndexOf('.'))))
                .contains(".png", ".jpg", ".tif");
        int pages = 0;
        for (Map.Entry<String, byte[]> document : documents.entrySet()) {
            pages += pages(document.getKey(), document.getValue());
        }
        assertThat(pages).isEqualTo(14);

        List<String> truth = Files.readAllLines(folder.resolve("a/truth.csv"));
        assertThat(truth).hasSize(1 + 14 * 11).startsWith("archive,entry,page,field,value,state");
        assertThat(truth.get(1)).matches("forms-0000.zip,scan-000000.(png|jpg|tif),0,card_number,(\\d{16},FILLED|.*)");
        assertThat(truth.stream().skip(1).map(row -> row.split(",", -1)[1]).collect(Collectors.toSet()))
                .isEqualTo(documents.keySet());
    }

    @Test
    void oneSeedGivesOneResult() throws IOException {
        write("a", 5, 7);
        write("b", 5, 7);
        write("c", 5, 8);

        assertThat(folder.resolve("b/archives/forms-0000.zip"))
                .hasSameBinaryContentAs(folder.resolve("a/archives/forms-0000.zip"));
        assertThat(folder.resolve("b/truth.csv")).hasSameBinaryContentAs(folder.resolve("a/truth.csv"));
        assertThat(Files.readString(folder.resolve("c/truth.csv")))
                .isNotEqualTo(Files.readString(folder.resolve("a/truth.csv")));
    }

    @Test
    void replacesWhatAnEarlierRunLeft() throws IOException {
        write("a", 15, 7);
        Path stale = folder.resolve("a/archives/forms-0002/stale.png");
        Files.write(stale, new byte[1]);

        write("a", 15, 7);

        assertThat(stale).doesNotExist();
    }

    @Test
    void valuesSatisfyTheChecksOfTheirFields() {
        SplittableRandom random = new SplittableRandom(1);
        for (FieldSpec field : template.fields()) {
            for (int i = 0; i < 50; i++) {
                String value = FieldValues.draw(field, random);
                assertThat(value).hasSize(field.length()).containsOnlyDigits();
                assertThat(field.checks()).allMatch(check -> check.holds(value));
            }
        }
    }

    @Test
    void addendsMakeTheirTotal() {
        for (int page = 0; page < 20; page++) {
            Set<String> blank = page % 2 == 0 ? Set.of() : Set.of("tax");
            Map<String, String> values = FieldValues.draw(template, blank, new SplittableRandom(page));
            long tax = page % 2 == 0 ? Long.parseLong(values.get("tax")) : 0;
            assertThat(values.get("total")).hasSize(9);
            assertThat(Long.parseLong(values.get("total"))).isEqualTo(Long.parseLong(values.get("net")) + tax);
        }
    }

    @Test
    void leavesFieldsBlankAndCrossesThemOutAsOftenAsAsked() {
        ArchiveSettings half = SyntheticTemplate.settings(0.3, 0.2);
        Map<FilledField.State, Integer> states = new TreeMap<>();
        for (int page = 0; page < 100; page++) {
            SplittableRandom random = Seeds.stream(1, "test", page);
            for (FilledField field :
                    new FormFiller(Suite.CLEAN.effects().pen(), Optional.empty(), random).decide(template, half)) {
                states.merge(field.state(), 1, Integer::sum);
                assertThat(field.value().isEmpty()).isEqualTo(field.state() == FilledField.State.BLANK);
            }
        }
        assertThat(states.get(FilledField.State.BLANK)).isBetween(280, 380);
        assertThat(states.get(FilledField.State.CROSSED_OUT)).isBetween(170, 270);
    }

    @Test
    void refusesSettingsOutOfRangeListingAll() {
        assertThat(ArchiveSettings.from(ConfigFactory.load()).pagesPerArchive()).isEqualTo(100);
        assertThatThrownBy(() -> new ArchiveSettings(List.of(), List.of("gif"), List.of(), 0.9, 0.2, 2, 0))
                .hasMessage("numeral.synth.forms.dpi: expected one or more of 75 to 1200, found []\n"
                        + "numeral.synth.forms.formats: expected formats of png, jpeg, bmp, tiff-g4, tiff-g3, pdf-jpeg,"
                        + " pdf-g4, found 'gif'\n"
                        + "numeral.synth.forms.archives: expected one or more, found none\n"
                        + "numeral.synth.forms.blank-share and crossed-out-share: expected 0 to 1 together, "
                        + "found 0.9 and 0.2\n"
                        + "numeral.synth.forms.spoilt-share: expected 0 to 1, found 2.0\n"
                        + "numeral.synth.forms.pages-per-archive: expected 1 or more, found 0");
        assertThatThrownBy(() -> Suite.of("worst"))
                .hasMessage("suite: expected one of clean, office, fax, hostile, found 'worst'");
        assertThatThrownBy(() -> Fault.parse("junk,flood"))
                .hasMessageStartingWith("fault: expected all or some of zip-cut-short, zip-bit-rot, ")
                .hasMessageEndingWith("found 'flood'");
    }

    private SynthForms.Written write(String name, long pages, long seed) throws IOException {
        return new SynthForms(new Configuration(), settings, template, Suite.OFFICE, Optional.empty(), seed)
                .write(folder.resolve(name).toString(), pages, List.of());
    }

    /** Pages of a document, each of which has to decode at full size. */
    private static int pages(String name, byte[] document) throws IOException {
        ImageReader reader = ImageIO.getImageReadersBySuffix(name.substring(name.lastIndexOf('.') + 1))
                .next();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(document))) {
            reader.setInput(in);
            int pages = reader.getNumImages(true);
            for (int page = 0; page < pages; page++) {
                assertThat(reader.read(page).getWidth()).isEqualTo((int) Math.round(210 / 25.4 * DPI));
                assertThat(reader.read(page).getHeight()).isEqualTo((int) Math.round(297 / 25.4 * DPI));
            }
            return pages;
        } finally {
            reader.dispose();
        }
    }

    private static Map<String, byte[]> unzip(Path path) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(path))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        return entries;
    }

    private static Map<String, byte[]> untar(Path path) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        try (InputStream file = Files.newInputStream(path);
                TarArchiveInputStream in = new TarArchiveInputStream(new GZIPInputStream(file))) {
            for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        return entries;
    }

    /** Files of a folder without the checksums that Hadoop puts beside them. */
    private static Map<String, byte[]> list(Path path) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(path)) {
            all.filter(file -> !file.getFileName().toString().startsWith(".")).forEach(files::add);
        }
        Map<String, byte[]> documents = new TreeMap<>();
        for (Path file : files) {
            documents.put(file.getFileName().toString(), Files.readAllBytes(file));
        }
        return documents;
    }
}
