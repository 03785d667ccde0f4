package numeral.idx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import numeral.idx.IdxProblem.Defect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdxReaderTest {

    @ParameterizedTest
    @EnumSource(ElementType.class)
    void readsWhatWasWrittenInEveryElementType(ElementType type) throws IOException {
        IdxHeader header = IdxHeader.of(type, 3, 2, 2);
        byte[][] records = new byte[3][header.recordBytes()];
        for (int i = 0; i < 3; i++) {
            for (int e = 0; e < 4; e++) {
                type.put(ByteBuffer.wrap(records[i]), e, 10 * i + e);
            }
        }

        try (IdxReader reader = IdxReader.open("x.idx", stream(write(header, records)))) {
            assertThat(reader.header()).isEqualTo(header);
            byte[] record = new byte[header.recordBytes()];
            for (int i = 0; i < 3; i++) {
                assertThat(reader.next(record)).isTrue();
                assertThat(type.get(ByteBuffer.wrap(record), 3)).isEqualTo(10 * i + 3);
            }
            assertThat(reader.next(record)).isFalse();
            assertThat(reader.next(record)).isFalse();
        }
    }

    @Test
    void readsExtremesOfSignedAndUnsignedTypes() {
        ByteBuffer buffer = ByteBuffer.allocate(8);
        ElementType.UBYTE.put(buffer, 0, 255);
        assertThat(ElementType.UBYTE.get(buffer, 0)).isEqualTo(255);
        assertThat(ElementType.BYTE.get(buffer, 0)).isEqualTo(-1);
        ElementType.INT.put(buffer, 1, Integer.MIN_VALUE);
        assertThat(ElementType.INT.get(buffer, 1)).isEqualTo(Integer.MIN_VALUE);
        ElementType.SHORT.put(buffer, 3, -32768);
        assertThat(ElementType.SHORT.get(buffer, 3)).isEqualTo(-32768);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 255})
    void readsAnyNumberOfDimensions(int count) throws IOException {
        Integer[] dimensions = new Integer[count];
        Arrays.fill(dimensions, 1);
        IdxHeader header = IdxHeader.of(ElementType.UBYTE, dimensions);

        try (IdxReader reader = IdxReader.open("x.idx", stream(write(header, new byte[][] {{42}})))) {
            assertThat(reader.header().dimensions()).hasSize(count);
            byte[] record = new byte[1];
            assertThat(reader.next(record)).isTrue();
            assertThat(record).containsExactly(42);
        }
    }

    @Test
    void readsFilesWithoutRecordsAndRecordsWithoutElements() throws IOException {
        assertThat(readAll(write(IdxHeader.of(ElementType.INT, 0, 8)))).isZero();
        assertThat(readAll(write(IdxHeader.of(ElementType.INT, 2, 0), new byte[0], new byte[0])))
                .isEqualTo(2);
    }

    @Test
    void tellsGzipByItsFirstBytesAndReadsSeveralMembers() throws IOException {
        byte[] file = write(IdxHeader.of(ElementType.UBYTE, 3), new byte[] {1}, new byte[] {2}, new byte[] {3});
        byte[] members = concat(gzip(Arrays.copyOf(file, 9)), gzip(Arrays.copyOfRange(file, 9, file.length)));

        try (IdxReader reader = IdxReader.open("no-suffix", stream(members))) {
            assertThat(reader.isGzip()).isTrue();
            reader.skip(2);
            byte[] record = new byte[1];
            assertThat(reader.next(record)).isTrue();
            assertThat(record).containsExactly(3);
            assertThat(reader.next(record)).isFalse();
        }
        try (IdxReader reader = IdxReader.open("named.gz", stream(file))) {
            assertThat(reader.isGzip()).isFalse();
        }
    }

    @Test
    void resumesInTheMiddleOfARawFile() throws IOException {
        IdxHeader header = IdxHeader.of(ElementType.SHORT, 3);
        byte[] file = write(header, new byte[] {0, 1}, new byte[] {0, 2}, new byte[] {0, 3});
        InputStream in = stream(file);
        in.skipNBytes(header.offsetOf(2));

        try (IdxReader reader = IdxReader.resume("x.idx", in, header, 2)) {
            byte[] record = new byte[2];
            assertThat(reader.next(record)).isTrue();
            assertThat(record).containsExactly(0, 3);
            assertThat(reader.next(record)).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ''                       | EMPTY_FILE       | x.idx: content: expected an IDX file, found 0 bytes
                    00000801000000           | TRUNCATED        | x.idx: dimension 0: expected 1 sizes of 4 bytes, found the end of the file after 7 bytes
                    0000                     | WRONG_MAGIC      | x.idx: magic number: expected two zero bytes, element type, number of dimensions, found 00 00
                    01000801000000010a       | WRONG_MAGIC      | x.idx: magic number: expected two zero bytes, element type, number of dimensions, found 01 00 08 01
                    00000a01000000010a       | UNSUPPORTED_TYPE | x.idx: element type (byte 2): expected 08, 09, 0b, 0c, 0d or 0e, found 0a
                    00000800                 | BAD_DIMENSION    | x.idx: number of dimensions (byte 3): expected 1 to 255, found 0
                    00000801ffffffff         | BAD_DIMENSION    | x.idx: dimension 0: expected 0 to 2147483647, found -1
                    00000803000000017fffffff7fffffff | TOO_LARGE | x.idx: dimensions: expected records below 2 GiB, found ubyte 1x2147483647x2147483647
                    0000080200000003000000020a0b0c | TRUNCATED  | x.idx: record 1 of 3: expected 18 bytes of ubyte 3x2, found the end of the file (15 bytes)
                    00000801000000020a0b0c   | TRAILING_BYTES   | x.idx: end of file: expected 10 bytes of ubyte 2, found more bytes
                    fd377a585a00             | OTHER_FORMAT     | x.idx: content: expected an IDX file, raw or gzip, found xz data; unpack it or pack it with gzip
                    504b030414               | OTHER_FORMAT     | x.idx: content: expected an IDX file, raw or gzip, found a zip archive; unpack it
                    0d0a3c21                 | OTHER_FORMAT     | x.idx: content: expected an IDX file, raw or gzip, found an HTML or XML page, perhaps a failed download
                    1f8b08                   | TRUNCATED        | x.idx: gzip header: expected intact gzip data, found the end of the file
                    """)
    void namesEveryDefect(String hex, Defect defect, String message) {
        assertProblem(HexFormat.of().parseHex(hex), defect, message);
    }

    @Test
    void namesTheRecordAtWhichGzipDataIsCut() throws IOException {
        byte[][] records = new byte[100][64];
        for (int i = 0; i < 100; i++) {
            new SplittableRandom(i).nextBytes(records[i]);
        }
        byte[] gzip = gzip(write(IdxHeader.of(ElementType.UBYTE, 100, 8, 8), records));

        IdxProblem cut = problem(Arrays.copyOf(gzip, gzip.length / 2));
        assertThat(cut.defect()).isEqualTo(Defect.TRUNCATED);
        assertThat(cut.field()).matches("record (4[5-9]|50) of 100");
        assertProblem(
                Arrays.copyOf(gzip, gzip.length - 3),
                Defect.TRUNCATED,
                "x.idx: gzip trailer: expected intact gzip data, found the end of the file");
    }

    @Test
    void namesGzipDefects() throws IOException {
        byte[] gzip = gzip(write(IdxHeader.of(ElementType.UBYTE, 1), new byte[] {7}));

        byte[] wrongSum = gzip.clone();
        wrongSum[gzip.length - 8] ^= 1;
        assertProblem(
                wrongSum,
                Defect.CORRUPT_GZIP,
                "x.idx: gzip trailer: expected intact gzip data, found Corrupt GZIP trailer");
        assertProblem(
                concat(gzip, new byte[] {1, 2, 3}),
                Defect.TRAILING_BYTES,
                "x.idx: end of file: expected 9 bytes of ubyte 1, found more bytes behind the gzip data");
        assertProblem(gzip(new byte[0]), Defect.EMPTY_FILE, "x.idx: content: expected an IDX file, found 0 bytes");
        assertProblem(
                gzip(gzip),
                Defect.OTHER_FORMAT,
                "x.idx: content: expected an IDX file, raw or gzip, found gzip data inside gzip data; unpack it once");
    }

    @Test
    void comparesTheLengthOfARawFileWithItsHeader() {
        IdxHeader header = IdxHeader.of(ElementType.UBYTE, 60000, 28, 28);

        assertThat(header.checkLength("f", 47_040_016)).isEmpty();
        assertThat(header.checkLength("f", 47_040_020).orElseThrow())
                .hasToString("f: end of file: expected 47040016 bytes of ubyte 60000x28x28, found 4 bytes more");
        assertThat(header.checkLength("f", 16 + 784 * 17 + 5).orElseThrow())
                .hasToString("f: record 17 of 60000: expected 47040016 bytes of ubyte 60000x28x28, "
                        + "found the end of the file (13349 bytes)");
    }

    @Test
    void passesFailuresOfTheStorageThrough() {
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("disk on fire");
            }
        };
        assertThatThrownBy(() -> IdxReader.open("x.idx", failing))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("disk on fire");
    }

    @Test
    void writerInsistsOnTheHeadersCountAndSize() throws IOException {
        IdxHeader header = IdxHeader.of(ElementType.UBYTE, 2, 2);

        assertThatThrownBy(() -> write(header, new byte[2]))
                .isInstanceOf(IOException.class)
                .hasMessage("records: expected 2, found 1 written");
        assertThatThrownBy(() -> write(header, new byte[2], new byte[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("record 1: expected 2 bytes, found 3");
    }

    @Test
    void headerRefusesShapesThatNoFileCanHave() {
        assertThatThrownBy(() -> IdxHeader.of(ElementType.UBYTE)).hasMessage("dimensions: expected 1 to 255, found 0");
        assertThatThrownBy(() -> IdxHeader.of(ElementType.UBYTE, 1, -1))
                .hasMessage("dimensions: expected sizes of 0 or more, found [1, -1]");
        assertThatThrownBy(() -> IdxHeader.of(ElementType.DOUBLE, 1, 1 << 29))
                .hasMessage("dimensions: expected records below 2 GiB, found double 1x536870912");
    }

    private static void assertProblem(byte[] file, Defect defect, String message) {
        assertThat(problem(file))
                .hasToString(message)
                .extracting(IdxProblem::defect)
                .isEqualTo(defect);
    }

    private static IdxProblem problem(byte[] file) {
        return catchThrowableOfType(IdxException.class, () -> readAll(file)).problem();
    }

    private static long readAll(byte[] file) throws IOException {
        try (IdxReader reader = IdxReader.open("x.idx", stream(file))) {
            byte[] record = new byte[reader.header().recordBytes()];
            long records = 0;
            while (reader.next(record)) {
                records++;
            }
            return records;
        }
    }

    private static byte[] write(IdxHeader header, byte[]... records) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (IdxWriter writer = new IdxWriter(out, header)) {
            for (byte[] record : records) {
                writer.write(record);
            }
        }
        return out.toByteArray();
    }

    private static InputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
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
