package numeral.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import numeral.LocalSpark;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TablesTest {
    private static final Run MONDAY = new Run("2026-11-16", "test", Map.of("inputs", "a.idx"));
    private static final Run TUESDAY = new Run("2026-11-17", "test", Map.of());
    private static final Pattern COLUMN =
            Pattern.compile("^ {2}`?(\\w+)`? (.+?)( NOT NULL)? COMMENT '(.*?)',?$", Pattern.MULTILINE);

    @TempDir
    static Path warehouse;

    private static SparkSession spark;
    private static Tables tables;

    @BeforeAll
    static void open() {
        spark = LocalSpark.withWarehouse(warehouse);
        tables = new Tables(spark, "numeral");
    }

    @ParameterizedTest
    @EnumSource(Table.class)
    void everyTableIsWhatItsFileSays(Table table) {
        Matcher columns = COLUMN.matcher(table.createStatement("t"));
        List<StructField> real = Arrays.asList(tables.schema(table).fields());
        int count = 0;
        while (columns.find()) {
            StructField field = real.get(count++);
            assertThat(field.name()).isEqualTo(columns.group(1));
            assertThat(field.dataType().sql().replace(" NOT NULL", "").replace(": ", " "))
                    .isEqualTo(columns.group(2).replace(": ", " "));
            assertThat(field.nullable()).as(field.name()).isEqualTo(columns.group(3) == null);
            assertThat(field.getComment().get())
                    .isEqualTo(columns.group(4).replace("\\'", "'"))
                    .isNotBlank();
        }
        assertThat(count).isEqualTo(real.size()).isPositive();
    }

    @Test
    void aRepeatedRunReplacesItsOwnRowsAndNoOthers() {
        tables.publish(Table.TRIALS, trials(MONDAY, 5), MONDAY);
        tables.publish(Table.TRIALS, trials(TUESDAY, 3), TUESDAY);

        assertThat(tables.publish(Table.TRIALS, trials(MONDAY, 2), MONDAY)).isEqualTo(2);

        assertThat(tables.read(Table.TRIALS, MONDAY.id()).count()).isEqualTo(2);
        assertThat(tables.read(Table.TRIALS, TUESDAY.id()).count()).isEqualTo(3);
    }

    @Test
    void aRunThatYieldsNothingLeavesNothing() {
        Run run = new Run("empty", "test", Map.of());
        tables.publish(Table.TRIALS, trials(run, 4), run);

        assertThat(tables.publish(Table.TRIALS, trials(run, 0), run)).isZero();

        assertThat(tables.read(Table.TRIALS, run.id()).count()).isZero();
    }

    @Test
    void longRunNamesThatShareTheirBeginningAreToldApart() {
        Run one = new Run("a-name-of-more-than-sixteen-characters-1", "test", Map.of());
        Run two = new Run("a-name-of-more-than-sixteen-characters-2", "test", Map.of());
        publishModel(one);
        publishModel(two);
        publishModel(one);

        assertThat(tables.read(Table.MODELS, one.id()).count()).isEqualTo(1);
        assertThat(tables.read(Table.MODELS, two.id()).count()).isEqualTo(1);
    }

    @Test
    void lineageStandsInTheSnapshotsSummary() {
        Run run = new Run("lineage", "ingest", Map.of("inputs", "a.idx,b.idx"));
        tables.publish(Table.TRIALS, trials(run, 1), run);

        Row summary = spark.sql("SELECT summary FROM numeral.numeral.trials.snapshots ORDER BY committed_at DESC")
                .first();

        assertThat(summary.<String, String>getJavaMap(0))
                .containsEntry("numeral.inputs", "a.idx,b.idx")
                .containsEntry("numeral.run", "lineage")
                .containsEntry("numeral.command", "ingest");
    }

    @Test
    void tellsTheLastCommitOfARunByItsLineage() {
        Run first = new Run("parts", "score", Map.of("model", "a", "crops", "1"));
        Run other = new Run("parts", "score", Map.of("model", "b", "crops", "1"));
        Run second = new Run("parts", "score", Map.of("model", "a", "crops", "2"));
        for (Run run : List.of(first, second, other)) {
            tables.publish(Table.TRIALS, trials(run, 1), run);
        }

        assertThat(tables.lastPublished(Table.TRIALS, "parts", Map.of("model", "a")))
                .hasValueSatisfying(last -> assertThat(last.lineage()).containsEntry("crops", "2"));
        assertThat(tables.lastPublished(Table.TRIALS, "parts", Map.of()))
                .hasValueSatisfying(last -> assertThat(last.lineage()).containsEntry("model", "b"));
        assertThat(tables.lastPublished(Table.TRIALS, "parts", Map.of("model", "c")))
                .isEmpty();
    }

    @Test
    void rowsOfAnotherShapeAreRefused() {
        Dataset<Row> rows = trials(MONDAY, 1).withColumnRenamed("seconds", "minutes");

        assertThatThrownBy(() -> tables.publish(Table.TRIALS, rows, MONDAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("columns for trials")
                .hasMessageContaining("minutes");
    }

    @Test
    void aRunIdThatCouldNotBeAPartitionIsRefused() {
        assertThatThrownBy(() -> new Run("a/b", "test", Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("run 'a/b'");
    }

    private static Dataset<Row> trials(Run run, int count) {
        return tables.rows(
                Table.TRIALS,
                IntStream.range(0, count)
                        .mapToObj(i -> RowFactory.create(run.id(), i, 0, "p", "{}", 1, "OK", null, 0.5, 0.2, 1.0))
                        .toList());
    }

    private static void publishModel(Run run) {
        Row row = RowFactory.create(
                run.id(), "m", "REGISTERED", null, 0L, "cnn", "p", "s", new String[0], "{}", new String[0]);
        tables.publish(Table.MODELS, tables.rows(Table.MODELS, List.of(row)), run);
    }
}
