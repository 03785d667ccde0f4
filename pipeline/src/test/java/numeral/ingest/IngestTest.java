package numeral.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigFactory;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import numeral.InputRefused;
import numeral.LocalSpark;
import numeral.SharedData;
import numeral.idx.ElementType;
import numeral.idx.IdxHeader;
import numeral.idx.IdxWriter;
import numeral.scan.ScanLimits;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestTest {
    private static final ScanLimits LIMITS = ScanLimits.from(ConfigFactory.load());

    @TempDir
    private Path folder;

    private final SparkSession spark = LocalSpark.session();

    @Test
    void readsRawAndGzipFilesIntoTheSameRows() throws IOException {
        List<byte[]> images = images(25);
        byte[] rawImages = idx(IdxHeader.of(ElementType.UBYTE, 25, 28, 28), images);
        byte[] rawLabels = labels(25, i -> i % 10);

        List<Row> raw = rows(ingest(0, 4).idx(file("images", rawImages), file("labels", rawLabels)));
        List<Row> mixed = rows(ingest(0, 10).idx(file("images", rawImages), file("labels", gzip(rawLabels))));
        List<Row> gzip = rows(ingest(0, 4).idx(file("images", gzip(rawImages)), file("labels", gzip(rawLabels))));

        assertThat(raw).hasSize(25).isEqualTo(gzip).isEqualTo(mixed);
        Row row = raw.get(13);
        assertThat(row.<String>getAs("key")).isEqualTo("mnist/train/images/13");
        assertThat(row.<String>getAs("run")).isEqualTo("r1");
        assertThat(row.<Integer>getAs("label")).isEqualTo(3);
        assertThat(row.<Long>getAs("source_index")).isEqualTo(13);
        assertThat(row.isNullAt(row.fieldIndex("writer"))).isTrue();
        assertThat(row.<byte[]>getAs("image")).isEqualTo(images.get(13));
    }

    @Test
    void quarantinesLabelsOutOfRange() throws IOException {
        String images = file("images", idx(IdxHeader.of(ElementType.UBYTE, 20, 28, 28), images(20)));
        String labels = file("labels", labels(20, i -> i == 7 ? 12 : 1));

        try (Ingested ingested = ingest(0.05, 8).idx(images, labels)) {
            assertThat(ingested.read()).isEqualTo(20);
            assertThat(ingested.accepted()).isEqualTo(19);
            assertThat(ingested.quarantined()).isEqualTo(1);
            assertThat(ingested.digits().count()).isEqualTo(19);
            Row row = ingested.quarantine().collectAsList().get(0);
            assertThat(row.<String>getAs("source")).isEqualTo("images");
            assertThat(row.<Long>getAs("offset")).isEqualTo(7);
            assertThat(row.<String>getAs("reason")).isEqualTo("LABEL_RANGE");
            assertThat(row.<String>getAs("detail")).isEqualTo("label: expected 0 to 9, found 12");
            assertThat(row.<String>getAs("sha256")).matches("[0-9a-f]{64}");
        }
        assertThatThrownBy(() -> ingest(0.04, 8).idx(images, labels))
                .isInstanceOf(InputRefused.class)
                .hasMessage("refused records: expected at most 4.00 % (numeral.ingest.max-refused-share), "
                        + "found 1 of 20: {LABEL_RANGE=1}");
    }

    @Test
    void takesWritersFromLabelsOrFromAFileOfTheirOwn() throws IOException {
        String images = file("images", idx(IdxHeader.of(ElementType.UBYTE, 3, 28, 28), images(3)));
        String labels = file("labels", labels(3, i -> i));
        String writers = file("writers", qmnist(new int[][] {{0, 100}, {1, 101}, {7, 102}, {4, 103}}));
        String both = file("both", qmnist(new int[][] {{5, 100}, {6, 101}, {7, 102}}));

        assertThat(rows(ingest(1, 2).idx(images, labels, writers)))
                .extracting(row -> row.<Long>getAs("writer"))
                .containsExactly(100L, 101L);
        assertThat(rows(ingest(1, 2).idx(images, both)))
                .extracting(row -> row.<Long>getAs("writer"))
                .containsExactly(100L, 101L, 102L);
        try (Ingested ingested = ingest(1, 2).idx(images, labels, writers)) {
            assertThat(ingested.quarantine().collectAsList().get(0).<String>getAs("detail"))
                    .isEqualTo("class in the writers' file: expected the label 2, found 7");
        }
    }

    @Test
    void refusesBrokenFilesListingEveryProblem() throws IOException {
        byte[] images = idx(IdxHeader.of(ElementType.UBYTE, 5, 28, 28), images(5));
        String cut = file("cut", Arrays.copyOf(images, 16 + 3 * 784 + 1));
        String labels = file("labels", labels(4, i -> i));

        assertThatThrownBy(() -> ingest(1, 2).idx(cut, labels))
                .isInstanceOf(InputRefused.class)
                .hasMessage(cut + ": record 3 of 5: expected 3936 bytes of ubyte 5x28x28, "
                        + "found the end of the file (2369 bytes)\n"
                        + labels + ": dimension 0: expected 5, as many as images, found 4");
        assertThatThrownBy(() -> ingest(1, 2).idx(labels, cut))
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining(labels + ": type and dimensions: expected ubyte Nx28x28 (images), found ubyte 4");
        assertThatThrownBy(() -> ingest(1, 2).idx(folder + "/none", labels))
                .isInstanceOf(InputRefused.class)
                .hasMessage(folder + "/none: expected a file, found nothing of that name");
    }

    @Test
    void refusesGzipFilesWhoseDefectOnlyReadingFinds() throws IOException {
        byte[] images = gzip(idx(IdxHeader.of(ElementType.UBYTE, 5, 28, 28), images(5)));
        String cut = file("cut", Arrays.copyOf(images, images.length / 2));
        String longer = file("longer", gzip(concat(labels(5, i -> i), new byte[3])));

        assertThatThrownBy(() -> ingest(1, 2).idx(cut, file("labels", labels(5, i -> i))))
                .isInstanceOf(InputRefused.class)
                .hasMessageMatching("(?s).*/cut: record 2 of 5: expected 3936 bytes of ubyte 5x28x28, "
                        + "found the end of the file \\(inside its gzip data\\)");
        assertThatThrownBy(() -> ingest(1, 2).idx(file("images", images), longer))
                .isInstanceOf(InputRefused.class)
                .hasMessage(longer + ": end of file: expected 13 bytes of ubyte 5, found more bytes");
    }

    @Test
    void readsCsvRawAndGzip() throws IOException {
        StringBuilder lines = new StringBuilder(CsvRowTest.HEADER).append('\n');
        for (int i = 0; i < 30; i++) {
            lines.append(CsvRowTest.row(i == 20 ? "x" : "" + i % 10, "" + i)).append("\r\n");
        }
        byte[] csv = lines.toString().getBytes(StandardCharsets.UTF_8);

        List<Row> raw = rows(ingest(0.05, 5).csv(file("train.csv", csv)));
        List<Row> gzip = rows(ingest(0.05, 5).csv(file("zipped/train.csv", gzip(csv))));

        assertThat(raw).hasSize(29).isEqualTo(gzip);
        assertThat(raw.get(28).<String>getAs("key")).isEqualTo("mnist/train/train.csv/29");
        assertThat(raw.get(28).<byte[]>getAs("image")).startsWith(29);
    }

    @Test
    void refusesBrokenCsvFiles() throws IOException {
        byte[] csv = (CsvRowTest.HEADER + "\n" + CsvRowTest.row("1")).getBytes(StandardCharsets.UTF_8);
        byte[] gzip = gzip(csv);

        assertThatThrownBy(() -> ingest(1, 5).csv(file("empty.csv", new byte[0])))
                .isInstanceOf(InputRefused.class)
                .hasMessageEndingWith("empty.csv: header: expected label,pixel0,...,pixel783, "
                        + "found an empty first line or file");
        assertThatThrownBy(() -> ingest(1, 5).csv(file("plain.gz", csv)))
                .isInstanceOf(InputRefused.class)
                .hasMessageEndingWith("plain.gz: name: expected one without the suffix of a compression, "
                        + "found plain text named plain.gz");
        assertThatThrownBy(() -> ingest(1, 5).csv(file("cut.gz", Arrays.copyOf(gzip, gzip.length - 4))))
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("expected intact gzip data, found the end of the file");
    }

    @Test
    void readsFoldersOfPngFiles() throws IOException {
        BufferedImage image = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setSample(3, 0, 0, 77);
        byte[] png = PngDigitTest.png(image);
        for (String name : List.of("0/a b.png", "7/a.png", "7/b.png", "9/x.png")) {
            file("png/" + name, png);
        }
        file("png/eleven/a.png", png);
        file("png/9/notes.txt", "no image".getBytes(StandardCharsets.UTF_8));

        try (Ingested ingested = ingest(0.5, 2).png(folder.resolve("png").toString())) {
            assertThat(ingested.read()).isEqualTo(6);
            assertThat(ingested.quarantinedByReason()).hasToString("{LABEL_FOLDER=1, NOT_PNG=1}");
            List<Row> rows = sorted(ingested.digits(), "key");
            assertThat(rows)
                    .extracting(row -> row.<String>getAs("key"))
                    .containsExactly(
                            "mnist/train/0/a b.png/0",
                            "mnist/train/7/a.png/0",
                            "mnist/train/7/b.png/0",
                            "mnist/train/9/x.png/0");
            assertThat(rows.get(1).<Integer>getAs("label")).isEqualTo(7);
            assertThat(rows.get(1).<byte[]>getAs("image")[3]).isEqualTo((byte) 77);
        }
        assertThatThrownBy(() ->
                        ingest(1, 2).png(folder.resolve("png/eleven/a.png").toString()))
                .isInstanceOf(InputRefused.class)
                .hasMessageEndingWith("a.png: expected a folder, found a file");
    }

    @Test
    void normalisesIdxImagesOfAnySizeAndPolarity() throws IOException {
        byte[] light = stroke(16, 20, 0, 255);
        byte[] dark = stroke(16, 20, 240, 20);
        String images = file(
                "images", idx(IdxHeader.of(ElementType.UBYTE, 3, 20, 16), List.of(light, dark, new byte[16 * 20])));

        try (Ingested ingested = normalising(0.5).idx(images, file("labels", labels(3, i -> 1)))) {
            List<Row> rows = sorted(ingested.digits(), "source_index");
            assertThat(rows.get(0).<byte[]>getAs("image"))
                    .hasSize(784)
                    .isEqualTo(rows.get(1).<byte[]>getAs("image"));
            assertThat(rows.get(0).<byte[]>getAs("image")[14 * 28 + 14]).isEqualTo((byte) 255);
            Row blank = ingested.quarantine().first();
            assertThat(blank.<String>getAs("reason")).isEqualTo("NO_DIGIT");
            assertThat(blank.<Long>getAs("offset")).isEqualTo(2);
        }
        assertThatThrownBy(() -> ingest(0, 4).idx(images, file("labels", labels(3, i -> 1))))
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("expected ubyte Nx28x28 (images), found ubyte 3x20x16");
        String empty =
                file("empty", idx(IdxHeader.of(ElementType.UBYTE, 3, 0, 28), Collections.nCopies(3, new byte[0])));
        assertThatThrownBy(() -> normalising(0).idx(empty, file("labels", labels(3, i -> 1))))
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("expected ubyte NxHEIGHTxWIDTH (images), found ubyte 3x0x28");
        String flat = file("flat", idx(IdxHeader.of(ElementType.UBYTE, 3, 320), List.of(light, dark, light)));
        assertThatThrownBy(() -> normalising(0).idx(flat, file("labels", labels(3, i -> 1))))
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("expected ubyte NxHEIGHTxWIDTH (images), found ubyte 3x320");
    }

    @Test
    void normalisesScansInFolders() throws IOException {
        BufferedImage image = new BufferedImage(60, 90, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setDataElements(0, 0, 60, 90, stroke(60, 90, 230, 40));
        byte[] png = encoded(image, "png");
        for (String name : List.of("1/a.png", "1/b.jpg", "7/c.tif")) {
            file("scans/" + name, encoded(image, name.substring(4)));
        }
        file("scans/a.png", png);
        file("scans/1/cut.png", Arrays.copyOf(png, png.length / 2));
        file("scans/2/notes.txt", "no image".getBytes(StandardCharsets.UTF_8));
        file("scans/3/two.zip", zip("a.png", png, "b.png", png));
        file("scans/4/none.zip", zip());

        try (Ingested ingested = normalising(1).png(folder.resolve("scans").toString())) {
            assertThat(ingested.quarantinedByReason()).hasToString("{LABEL_FOLDER=1, SEVERAL_IMAGES=1, UNREADABLE=3}");
            List<Row> rows = sorted(ingested.digits(), "key");
            assertThat(rows)
                    .extracting(row -> row.<String>getAs("source"))
                    .containsExactly("1/a.png", "1/b.jpg", "7/c.tif");
            assertThat(rows.get(0).<byte[]>getAs("image")).isEqualTo(rows.get(2).<byte[]>getAs("image"));
            Row broken = sorted(ingested.quarantine(), "source").get(0);
            assertThat(broken.<String>getAs("detail")).startsWith("TRUNCATED: ");
            assertThat(broken.<String>getAs("sha256")).matches("[0-9a-f]{64}");
        }
    }

    @Test
    void readsRealFilesWithWriters() {
        String images = SharedData.require("mnist/t10k-images-idx3-ubyte.gz").toString();
        String labels = SharedData.require("mnist/t10k-labels-idx1-ubyte.gz").toString();
        String writers = SharedData.require("idx-edge-cases/qmnist-test-labels-idx2-int.gz")
                .toString();

        try (Ingested ingested = ingest(0, 4000).idx(images, labels, writers)) {
            assertThat(ingested.accepted()).isEqualTo(10_000);
            Dataset<Row> digits = ingested.digits();
            assertThat(digits.rdd().getNumPartitions()).isEqualTo(3);
            Row facts = digits.selectExpr("count(distinct key)", "count_if(label = 1)", "count(writer)")
                    .first();
            assertThat(facts).hasToString("[10000,1135,10000]");
        }
    }

    @Test
    void rowsHaveTheColumnsOfTheirTables() throws IOException {
        String images = file("images", idx(IdxHeader.of(ElementType.UBYTE, 0, 28, 28), List.of()));

        try (Ingested ingested = ingest(0, 1).idx(images, file("labels", labels(0, i -> i)))) {
            assertThat(ingested.read()).isZero();
            assertThat(ingested.digits().schema()).isEqualTo(columns("digits"));
            assertThat(ingested.quarantine().schema()).isEqualTo(columns("quarantine"));
        }
    }

    /** Columns of a table's CREATE statement, without their comments. */
    private static StructType columns(String table) throws IOException {
        String sql;
        try (InputStream in = IngestTest.class.getResourceAsStream("/data-schema/" + table + ".sql")) {
            sql = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        StructType columns = new StructType();
        for (StructField field : StructType.fromDDL(sql.substring(sql.indexOf('(') + 1, sql.lastIndexOf(")\nUSING")))
                .fields()) {
            columns = columns.add(field.name(), field.dataType(), field.nullable());
        }
        return columns;
    }

    private Ingest ingest(double maxRefusedShare, int recordsPerPartition) {
        return ingest(new IngestSettings(maxRefusedShare, recordsPerPartition, false, LIMITS));
    }

    private Ingest normalising(double maxRefusedShare) {
        return ingest(new IngestSettings(maxRefusedShare, 4, true, LIMITS));
    }

    private Ingest ingest(IngestSettings settings) {
        return new Ingest(spark, new IngestTarget("r1", "mnist", "train"), settings);
    }

    /** An image with an upright stroke in its middle. */
    private static byte[] stroke(int width, int height, int paper, int ink) {
        byte[] image = new byte[width * height];
        for (int i = 0; i < image.length; i++) {
            boolean inside =
                    Math.abs(i % width - width / 2) <= width / 10 && Math.abs(i / width - height / 2) <= height / 3;
            image[i] = (byte) (inside ? ink : paper);
        }
        return image;
    }

    private static byte[] encoded(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, out)).isTrue();
        return out.toByteArray();
    }

    /** Names and contents in turns. */
    private static byte[] zip(Object... entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < entries.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) entries[i]));
                zip.write((byte[]) entries[i + 1]);
            }
        }
        return out.toByteArray();
    }

    private static List<Row> rows(Ingested ingested) {
        try (ingested) {
            return sorted(ingested.digits(), "source_index");
        }
    }

    private static <T extends Comparable<T>> List<Row> sorted(Dataset<Row> rows, String column) {
        return rows.collectAsList().stream()
                .sorted(Comparator.comparing(row -> row.<T>getAs(column)))
                .toList();
    }

    private String file(String name, byte[] bytes) throws IOException {
        Path path = folder.resolve(name);
        Files.createDirectories(path.getParent());
        Files.write(path, bytes);
        return path.toString();
    }

    private static List<byte[]> images(int count) {
        List<byte[]> images = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < count; i++) {
            byte[] image = new byte[784];
            random.nextBytes(image);
            images.add(image);
        }
        return images;
    }

    private static byte[] labels(int count, IntUnaryOperator label) throws IOException {
        List<byte[]> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            records.add(new byte[] {(byte) label.applyAsInt(i)});
        }
        return idx(IdxHeader.of(ElementType.UBYTE, count), records);
    }

    /** Rows of class and writer in QMNIST's eight columns. */
    private static byte[] qmnist(int[][] rows) throws IOException {
        List<byte[]> records = new ArrayList<>();
        for (int[] row : rows) {
            records.add(ByteBuffer.allocate(32)
                    .putInt(row[0])
                    .putInt(4)
                    .putInt(row[1])
                    .array());
        }
        return idx(IdxHeader.of(ElementType.INT, rows.length, 8), records);
    }

    private static byte[] idx(IdxHeader header, List<byte[]> records) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (IdxWriter writer = new IdxWriter(out, header)) {
            for (byte[] record : records) {
                writer.write(record);
            }
        }
        return out.toByteArray();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] concat(byte[] a, byte[] b) {
        byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }
}
