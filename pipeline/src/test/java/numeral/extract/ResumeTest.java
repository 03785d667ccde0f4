package numeral.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import numeral.LocalSpark;
import numeral.form.FormSettings;
import numeral.form.Template;
import numeral.scan.Inventory;
import numeral.scan.ScanLimits;
import numeral.scan.ScanStatus;
import numeral.scan.Source;
import numeral.scan.SourceReader;
import numeral.synth.ArchiveSettings;
import numeral.synth.Suite;
import numeral.synth.SynthForms;
import numeral.table.Run;
import numeral.table.Table;
import numeral.table.Tables;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Repeats, backfills and reruns after a death: what is done is not done again, and a page that kills is found. */
class ResumeTest {
    private static final Config CONFIG =
            ConfigFactory.parseString("numeral.scan.max-failed-share = 0.9").withFallback(ConfigFactory.load());

    @TempDir
    Path directory;

    private SparkSession spark;
    private Tables tables;
    private String template;
    private Path scans;

    @BeforeEach
    void writeScans() throws IOException {
        spark = LocalSpark.withWarehouse(directory.resolve("warehouse"));
        tables = new Tables(spark, "numeral");
        template = Files.readString(Path.of("../conf/templates/synthetic.json"));
        scans = directory.resolve("scans");
        new SynthForms(
                        new Configuration(),
                        new ArchiveSettings(List.of(200), List.of("png"), List.of("zip"), 0, 0, 0, 4),
                        Template.parse(template),
                        Suite.CLEAN,
                        Optional.empty(),
                        3)
                .write(directory.resolve("synth").toString(), 2, List.of());
        Files.move(directory.resolve("synth/archives"), scans);
    }

    @Test
    void readsOnlyWhatIsNotDoneYet() throws IOException {
        BufferedImage black = new BufferedImage(400, 600, BufferedImage.TYPE_BYTE_GRAY);
        ImageIO.write(black, "png", scans.resolve("blank.png").toFile());
        publish("first", 0);
        List<Row> crops = crops("first");
        assertThat(crops).isNotEmpty().allSatisfy(crop -> assertThat(crop.getString(0))
                .contains("forms-0000.zip"));

        publish("first", 3);
        assertThat(crops("first")).as("a repeat").isEqualTo(crops);
        Files.move(scans.resolve("forms-0000.zip"), scans.resolve("moved.zip"));
        publish("backfill", 3);

        assertThat(crops("backfill")).hasSameSizeAs(crops).allSatisfy(crop -> assertThat(crop.getString(0))
                .contains("moved.zip"));
        assertThat(tables.read(Table.PAGES, "backfill")
                        .where("key like '%moved.zip%' and regions is not null")
                        .count())
                .isEqualTo(2);
        assertThat(known(CONFIG, ScanStatus.BLANK_PAGE)).as("retry").isEqualTo(2);
        Config other = ConfigFactory.parseString("numeral.form.max-skew-deg = 4");
        assertThat(known(other.withFallback(CONFIG))).as("other settings").isZero();
        String second = template.replace("\"synthetic\"", "\"second\"");
        try (Extracted extracted =
                extract(CONFIG, List.of(second, template)).read(List.of(scans.toString()), "k", earlier(), Set.of())) {
            assertThat(extracted.known()).as("another set of templates").isZero();
            assertThat(extracted.templates().count()).isEqualTo(2);
            assertThat(extracted
                            .pages()
                            .where("status = 'UNKNOWN_FORM' and reason like 'fits two forms equally well%'")
                            .count())
                    .isEqualTo(2);
        }
    }

    @Test
    void readsAloneWhatWasInFlightAtADeathAndMarksWhatDiedAlone() throws IOException {
        List<String> keys = keys();
        Path record = directory.resolve("in-flight/" + uuid("r"));
        Files.createDirectories(record);
        Files.writeString(record.resolve("task-1"), keys.get(0));
        Files.writeString(record.resolve("task-2"), "");
        Files.writeString(record.resolve("alone-" + uuid(keys.get(1))), keys.get(1));

        try (Extracted extracted = extract(CONFIG).read(List.of(scans.toString()), "r")) {
            assertThat(extracted.byStatus()).containsOnly(Map.entry("OK", 1L), Map.entry("INTERNAL_ERROR", 1L));
            Row marked = extracted.pages().where("status = 'INTERNAL_ERROR'").first();
            assertThat(marked.<String>getAs("key")).isEqualTo(keys.get(1));
            assertThat(marked.<String>getAs("reason"))
                    .isEqualTo("the process that read it died, at last with nothing else to read");
        }
        assertThat(record).doesNotExist();
    }

    /** Keys of the pages, in order. */
    private List<String> keys() throws IOException {
        ScanLimits limits = ScanLimits.from(CONFIG);
        List<String> keys = new ArrayList<>();
        for (Source source : new Inventory(new Configuration(), limits).list(List.of(scans.toString()))) {
            new SourceReader(new Configuration(), limits).read(source).forEachRemaining(item -> keys.add(item.key()));
        }
        return keys;
    }

    private static UUID uuid(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private Earlier earlier() {
        return new Earlier(tables.read(Table.PAGES), tables.read(Table.CROPS));
    }

    private long known(Config config, ScanStatus... again) {
        try (Extracted extracted = extract(config).read(List.of(scans.toString()), "k", earlier(), Set.of(again))) {
            return extracted.known();
        }
    }

    private void publish(String run, int known) {
        Run named = new Run(run, "extract", Map.of());
        try (Extracted extracted = extract(CONFIG).read(List.of(scans.toString()), run, earlier(), Set.of())) {
            assertThat(extracted.known()).as(run).isEqualTo(known);
            tables.publish(Table.CROPS, extracted.crops(), named);
            tables.publish(Table.PAGES, extracted.pages(), named);
        }
    }

    private List<Row> crops(String run) {
        return tables.read(Table.CROPS, run).drop("run").orderBy("key").collectAsList();
    }

    private Extract extract(Config config) {
        return extract(config, List.of(template));
    }

    private Extract extract(Config config, List<String> templates) {
        return new Extract(
                spark,
                templates,
                FormSettings.from(config),
                ScanLimits.from(config),
                ExtractSettings.from(config),
                directory.resolve("in-flight").toString());
    }
}
