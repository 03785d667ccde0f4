package numeral.train;

import java.io.Serializable;

/**
 * Which examples are kept out of training. The choice is a hash of the example's own key, or of its writer where one is known, so that new data never
 * moves old rows and no writer is on both sides.
 *
 * @param validationFraction share of the examples kept out, 0 to below 1
 */
record Split(double validationFraction, long seed) implements Serializable {
    /** Keeps the hash apart from others of the same seed. */
    private static final long PURPOSE = 0x5917;

    /**
     * Whether an example is kept out of training.
     *
     * @param writer null where it is not known
     */
    boolean isValidation(String key, Long writer) {
        String group = writer == null ? key : "writer " + writer;
        double uniform = (Seeds.hash(Seeds.derive(seed, PURPOSE), group) >>> 11) * 0x1p-53;
        return uniform < validationFraction;
    }
}
