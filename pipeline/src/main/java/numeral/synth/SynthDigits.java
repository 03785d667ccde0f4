package numeral.synth;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import numeral.idx.ElementType;
import numeral.idx.IdxHeader;
import numeral.idx.IdxWriter;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Digits drawn by a stroke model, in IDX files under MNIST's names: {@code train-*} and {@code t10k-*}. Writers come in a third file
 * of each part, in QMNIST's columns. The two parts share no writer. The same seed gives the same bytes.
 */
public final class SynthDigits {
    /** Writers of the second part are numbered from here. */
    private static final int FIRST_TEST_WRITER = 1_000_000_000;

    private static final int CHUNK = 4096;
    private static final int QMNIST_BYTES = 8 * 4;

    private final Configuration hadoop;
    private final DigitSettings settings;
    private final long seed;

    public SynthDigits(Configuration hadoop, DigitSettings settings, long seed) {
        this.hadoop = hadoop;
        this.settings = settings;
        this.seed = seed;
    }

    /** What becomes of a file's name and bytes. */
    public enum Packing {
        RAW(""),
        GZIP(".gz");

        private final String suffix;

        Packing(String suffix) {
            this.suffix = suffix;
        }

        OutputStream wrap(OutputStream out) throws IOException {
            return this == GZIP ? new GZIPOutputStream(out, 1 << 16) : out;
        }
    }

    /**
     * Writes both parts and replaces files of the same names.
     *
     * @param folder on any Hadoop file system
     * @param train number of digits to learn from
     * @param test number of digits to be measured on
     * @return paths of the files, images, labels and writers of the first part and then of the second
     */
    public List<String> write(String folder, int train, int test, Packing packing) throws IOException {
        List<String> files = new ArrayList<>();
        files.addAll(writePart(new DigitPart(seed, "train", 0, settings), folder, train, packing));
        files.addAll(writePart(new DigitPart(seed, "t10k", FIRST_TEST_WRITER, settings), folder, test, packing));
        return files;
    }

    private List<String> writePart(DigitPart part, String folder, int count, Packing packing) throws IOException {
        List<String> files = Stream.of("-images-idx3-ubyte", "-labels-idx1-ubyte", "-writers-idx2-int")
                .map(suffix -> folder + "/" + part.name() + suffix + packing.suffix)
                .toList();
        try (IdxWriter images = open(files.get(0), IdxHeader.of(ElementType.UBYTE, count, 28, 28), packing);
                IdxWriter labels = open(files.get(1), IdxHeader.of(ElementType.UBYTE, count), packing);
                IdxWriter writers = open(files.get(2), IdxHeader.of(ElementType.INT, count, 8), packing)) {
            for (int start = 0; start < count; start += CHUNK) {
                for (SynthDigit digit : draw(part, start, Math.min(count, start + CHUNK))) {
                    images.write(digit.image());
                    labels.write(new byte[] {(byte) digit.label()});
                    writers.write(writerRow(digit));
                }
            }
        }
        return files;
    }

    private static List<SynthDigit> draw(DigitPart part, int start, int end) {
        return IntStream.range(start, end).parallel().mapToObj(part::digit).toList();
    }

    private static byte[] writerRow(SynthDigit digit) {
        return ByteBuffer.allocate(QMNIST_BYTES)
                .putInt(0, digit.label())
                .putInt(8, digit.writer())
                .array();
    }

    private IdxWriter open(String file, IdxHeader header, Packing packing) throws IOException {
        Path path = new Path(file);
        FileSystem fileSystem = path.getFileSystem(hadoop);
        return new IdxWriter(packing.wrap(fileSystem.create(path, true)), header);
    }
}
