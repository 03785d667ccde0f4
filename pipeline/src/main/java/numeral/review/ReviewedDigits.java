package numeral.review;

import java.util.Optional;

/** Which digits of a reviewed field can be learnt from: those whose place in the value is beyond doubt. */
public final class ReviewedDigits {
    private ReviewedDigits() {}

    /**
     * The labels of the crops that were read, left to right; none where the answer does not tell which crop shows which digit.
     *
     * @param read what the model read, one character a position, {@code _} for an empty cell
     * @param crops how many crops were read
     * @param cells whether the crops are printed cells; a strip was cut by the reading itself, and only where all digits but one agree was it
     *     certainly cut right
     * @param answer the reviewed value
     */
    public static Optional<String> labels(String read, int crops, boolean cells, String answer) {
        if (answer.length() != crops) {
            return Optional.empty();
        }
        return cells || differences(read, answer) <= 1 ? Optional.of(answer) : Optional.empty();
    }

    private static int differences(String read, String answer) {
        int differences = Math.abs(read.length() - answer.length());
        for (int i = 0; i < Math.min(read.length(), answer.length()); i++) {
            differences += read.charAt(i) == answer.charAt(i) ? 0 : 1;
        }
        return differences;
    }
}
