package numeral.idx;

import java.io.Serializable;

/**
 * One defect of one file.
 *
 * @param file as the user named it
 * @param field part of the file that is wrong, for example "magic number" or "dimension 0"
 */
public record IdxProblem(Defect defect, String file, String field, String expected, String found)
        implements Serializable {

    /** What can be wrong with an IDX file as a whole. */
    public enum Defect {
        EMPTY_FILE,
        /** The first bytes are those of another well-known format. */
        OTHER_FORMAT,
        WRONG_MAGIC,
        UNSUPPORTED_TYPE,
        BAD_DIMENSION,
        TOO_LARGE,
        TRUNCATED,
        TRAILING_BYTES,
        CORRUPT_GZIP,
        /** Two files that belong together disagree. */
        COUNT_MISMATCH,
        /** A valid IDX file, but of another shape or type than its use needs. */
        WRONG_SHAPE
    }

    @Override
    public String toString() {
        return file + ": " + field + ": expected " + expected + ", found " + found;
    }
}
