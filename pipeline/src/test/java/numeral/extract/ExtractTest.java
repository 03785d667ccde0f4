package numeral.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import numeral.InputRefused;
import numeral.LocalSpark;
import numeral.form.FormSettings;
import numeral.form.Template;
import numeral.scan.ScanLimits;
import numeral.synth.ArchiveSettings;
import numeral.synth.Suite;
import numeral.synth.SynthForms;
import numeral.table.Table;
import numeral.table.Tables;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractTest {
    private static final Config CONFIG = ConfigFactory.load();

    @TempDir
    Path directory;

    private SparkSession spark;
    private String template;

    @BeforeEach
    void writeScans() throws IOException {
        spark = LocalSpark.withWarehouse(directory.resolve("warehouse"));
        template = Files.readString(Path.of("../conf/templates/synthetic.json"));
        new SynthForms(
                        new Configuration(),
                        new ArchiveSettings(
                                List.of(200), List.of("png", "jpeg", "tiff-g4"), List.of("zip"), 0, 0, 0, 4),
                        Template.parse(template),
                        Suite.CLEAN,
                        Optional.empty(),
                        3)
                .write(directory.resolve("synth").toString(), 4, List.of());
        Files.move(directory.resolve("synth/archives"), directory.resolve("scans"));
    }

    @Test
    void everyItemEndsInOneStatus() throws IOException {
        Files.copy(directory.resolve("scans/forms-0000.zip"), directory.resolve("scans/copy.zip"));
        Files.writeString(directory.resolve("scans/broken.png"), "\u0089PNG\r\n", StandardCharsets.ISO_8859_1);
        Files.writeString(directory.resolve("scans/Thumbs.db"), "left behind");

        try (Extracted extracted =
                extract("numeral.scan.max-failed-share = 0.2").read(List.of(scans()), "r")) {
            assertThat(extracted.byStatus()).containsEntry("OK", 4L).containsEntry("DUPLICATE", 4L);
            assertThat(extracted.items()).isEqualTo(10);
            assertThat(extracted.failed()).isEqualTo(1);
            assertThat(extracted.pages().count()).isEqualTo(extracted.items());
            assertThat(extracted.pages().select("key").distinct().count()).isEqualTo(extracted.items());
        }
    }

    @Test
    void aDuplicateNamesItsOriginalAndHasNoCrops() throws IOException {
        Files.copy(directory.resolve("scans/forms-0000.zip"), directory.resolve("scans/copy.zip"));

        try (Extracted extracted = extract("").read(List.of(scans()), "r")) {
            List<Row> duplicates =
                    extracted.pages().where("status = 'DUPLICATE'").collectAsList();
            assertThat(duplicates).hasSize(4).allSatisfy(page -> {
                assertThat(page.<String>getAs("key")).contains("forms-0000.zip");
                assertThat(page.<String>getAs("reason"))
                        .startsWith("same bytes as ")
                        .contains("copy.zip");
                assertThat(page.isNullAt(page.fieldIndex("regions"))).isTrue();
            });
            assertThat(extracted.crops().select("page").distinct().count()).isEqualTo(4);
        }
    }

    @Test
    void rowsAreThoseOfTheTables() {
        Tables tables = new Tables(spark, "numeral");
        try (Extracted extracted =
                extract("numeral.extract.thumbnail-share = 1").read(List.of(scans()), "r")) {
            for (var rows : Map.of(
                            Table.PAGES, extracted.pages(),
                            Table.CROPS, extracted.crops(),
                            Table.TEMPLATES, extracted.templates())
                    .entrySet()) {
                assertThat(rows.getValue().columns())
                        .containsExactlyInAnyOrder(tables.schema(rows.getKey()).fieldNames());
            }
            assertThat(extracted.pages().where("thumbnail is null").count()).isZero();
        }
    }

    @Test
    void tooManyFailuresRefuseTheRunWithItsCounts() throws IOException {
        for (int i = 0; i < 3; i++) {
            Files.writeString(directory.resolve("scans/broken" + i + ".tif"), "II*\0" + i);
        }

        assertThatThrownBy(() -> extract("").read(List.of(scans()), "r"))
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("numeral.scan.max-failed-share")
                .hasMessageContaining("found 3 of 7");
    }

    @Test
    void anInputThatLeadsNowhereIsRefusedByName() {
        assertThatThrownBy(() -> extract("")
                        .read(List.of(directory.resolve("nowhere.zip").toString()), "r"))
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("nowhere.zip");
    }

    private String scans() {
        return directory.resolve("scans").toString();
    }

    private Extract extract(String settings) {
        Config config = ConfigFactory.parseString(settings).withFallback(CONFIG);
        return new Extract(
                spark,
                List.of(template),
                FormSettings.from(config),
                ScanLimits.from(config),
                ExtractSettings.from(config),
                directory.resolve("in-flight").toString());
    }
}
