package numeral.ingest;

import java.io.Serializable;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What became of one record, or of a file that turned out broken while its records were read. */
sealed interface Outcome extends Serializable {

    /**
     * An accepted record.
     *
     * @param index position in the source, from 0
     * @param image 784 unsigned bytes, row by row, 0 = paper
     * @param writer null where the source does not tell
     */
    record Digit(String source, long index, byte[] image, int label, Long writer) implements Outcome {}

    /** A refused record; its payload stays behind. */
    record Refused(String source, long index, Reason reason, String detail, String sha256) implements Outcome {
        static Refused of(String source, long index, Reason reason, String detail, byte[]... record) {
            return new Refused(source, index, reason, detail, digest(record));
        }
    }

    /** A defect that refuses the whole input. */
    record Defect(String problem) implements Outcome {}

    /** Short names of the defects of a record. */
    enum Reason {
        LABEL_RANGE,
        WRITER_LABEL_DIFFERS,
        COLUMN_COUNT,
        PIXEL_RANGE,
        LABEL_FOLDER,
        FILE_SIZE,
        NOT_PNG,
        CORRUPT_PNG,
        IMAGE_SIZE,
        INVERTED,
        UNREADABLE,
        SEVERAL_IMAGES,
        NO_DIGIT
    }

    private static String digest(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
