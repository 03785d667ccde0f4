package numeral.idx;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import numeral.idx.IdxProblem.Defect;

/**
 * Element type and dimensions. The first dimension counts records; the others are the shape of one record.
 *
 * @param dimensions 1 to 255 sizes, each 0 or more
 */
public record IdxHeader(ElementType type, List<Integer> dimensions) implements Serializable {
    private static final int MAX_RECORD_BYTES = Integer.MAX_VALUE - 8;

    public IdxHeader {
        dimensions = List.copyOf(dimensions);
        if (dimensions.isEmpty() || dimensions.size() > 255) {
            throw new IllegalArgumentException("dimensions: expected 1 to 255, found " + dimensions.size());
        }
        if (dimensions.stream().anyMatch(size -> size < 0)) {
            throw new IllegalArgumentException("dimensions: expected sizes of 0 or more, found " + dimensions);
        }
        if (recordBytes(type, dimensions) > MAX_RECORD_BYTES) {
            throw new IllegalArgumentException(
                    "dimensions: expected records below 2 GiB, found " + describe(type, dimensions));
        }
    }

    public static IdxHeader of(ElementType type, Integer... dimensions) {
        return new IdxHeader(type, List.of(dimensions));
    }

    public long records() {
        return dimensions.get(0);
    }

    /** Elements of one record: 784 for images of 28x28, 1 for a vector of labels. */
    public int recordElements() {
        return recordBytes() / type.bytes();
    }

    public int recordBytes() {
        return (int) recordBytes(type, dimensions);
    }

    /** Where the given record begins in an uncompressed file. */
    public long offsetOf(long record) {
        return 4 + 4L * dimensions.size() + record * recordBytes();
    }

    /** Compares the length of an uncompressed file with what the header promises. */
    public Optional<IdxProblem> checkLength(String file, long lengthBytes) {
        long promised = offsetOf(records());
        if (lengthBytes < promised) {
            long record = (lengthBytes - offsetOf(0)) / Math.max(1, recordBytes());
            return Optional.of(truncated(file, record, lengthBytes + " bytes"));
        }
        if (lengthBytes > promised) {
            return Optional.of(trailing(file, (lengthBytes - promised) + " bytes more"));
        }
        return Optional.empty();
    }

    IdxProblem truncated(String file, long record, String found) {
        return new IdxProblem(
                Defect.TRUNCATED,
                file,
                "record " + record + " of " + records(),
                offsetOf(records()) + " bytes of " + this,
                "the end of the file (" + found + ")");
    }

    IdxProblem trailing(String file, String found) {
        return new IdxProblem(
                Defect.TRAILING_BYTES, file, "end of file", offsetOf(records()) + " bytes of " + this, found);
    }

    @Override
    public String toString() {
        return describe(type, dimensions);
    }

    /** Reads magic number and dimensions. */
    static IdxHeader read(String file, InputStream in) throws IOException {
        byte[] magic = in.readNBytes(4);
        if (magic.length == 0) {
            throw new IdxException(new IdxProblem(Defect.EMPTY_FILE, file, "content", "an IDX file", "0 bytes"));
        }
        FileSignature.refuseOthers(file, magic);
        if (magic.length < 4 || magic[0] != 0 || magic[1] != 0) {
            throw new IdxException(new IdxProblem(
                    Defect.WRONG_MAGIC,
                    file,
                    "magic number",
                    "two zero bytes, element type, number of dimensions",
                    FileSignature.hex(magic)));
        }
        ElementType type = ElementType.ofCode(magic[2] & 0xFF)
                .orElseThrow(() -> new IdxException(new IdxProblem(
                        Defect.UNSUPPORTED_TYPE,
                        file,
                        "element type (byte 2)",
                        "08, 09, 0b, 0c, 0d or 0e",
                        FileSignature.hex(magic[2]))));
        return read(file, in, type, magic[3] & 0xFF);
    }

    private static IdxHeader read(String file, InputStream in, ElementType type, int count) throws IOException {
        if (count == 0) {
            throw new IdxException(
                    new IdxProblem(Defect.BAD_DIMENSION, file, "number of dimensions (byte 3)", "1 to 255", "0"));
        }
        byte[] sizes = in.readNBytes(4 * count);
        if (sizes.length < 4 * count) {
            throw new IdxException(new IdxProblem(
                    Defect.TRUNCATED,
                    file,
                    "dimension " + sizes.length / 4,
                    count + " sizes of 4 bytes",
                    "the end of the file after " + (4 + sizes.length) + " bytes"));
        }
        Integer[] dimensions = new Integer[count];
        for (int d = 0; d < count; d++) {
            dimensions[d] = ByteBuffer.wrap(sizes).getInt(4 * d);
            if (dimensions[d] < 0) {
                throw new IdxException(new IdxProblem(
                        Defect.BAD_DIMENSION, file, "dimension " + d, "0 to 2147483647", "" + dimensions[d]));
            }
        }
        List<Integer> shape = List.of(dimensions);
        if (recordBytes(type, shape) > MAX_RECORD_BYTES) {
            throw new IdxException(
                    new IdxProblem(Defect.TOO_LARGE, file, "dimensions", "records below 2 GiB", describe(type, shape)));
        }
        return new IdxHeader(type, shape);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(type.code() << 8 | dimensions.size());
        for (int size : dimensions) {
            out.writeInt(size);
        }
    }

    /** Bytes of one record, or too many where its size is beyond a Java array. */
    private static long recordBytes(ElementType type, List<Integer> dimensions) {
        List<Integer> shape = dimensions.subList(1, dimensions.size());
        if (shape.contains(0)) {
            return 0;
        }
        long bytes = type.bytes();
        for (int size : shape) {
            bytes = Math.min(Integer.MAX_VALUE, bytes * size);
        }
        return bytes;
    }

    private static String describe(ElementType type, List<Integer> dimensions) {
        return type + " " + dimensions.stream().map(String::valueOf).collect(Collectors.joining("x"));
    }
}
