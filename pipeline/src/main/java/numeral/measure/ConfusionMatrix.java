package numeral.measure;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How often each digit was read as each digit, and the scores that follow from it.
 *
 * <p>A score whose denominator is zero is 0: the precision of a digit that was never read, the recall of a digit that never occurred. Macro averages
 * are unweighted means over the digits that occurred or were read, so that a dataset without sevens isn't blamed for them. Micro-averaged precision,
 * recall and F1 all equal {@link #accuracy()}, because every example has one label and one reading.
 */
public final class ConfusionMatrix {
    /** Digits 0 to 9. */
    public static final int CLASSES = 10;

    private final long[][] counts;

    private ConfusionMatrix(long[][] counts) {
        this.counts = counts;
    }

    /**
     * @param counts ten rows of ten: {@code counts[truth][read]}, none negative, not all zero
     * @throws IllegalArgumentException where the shape or a count is wrong
     */
    public static ConfusionMatrix of(long[][] counts) {
        if (counts.length != CLASSES || Arrays.stream(counts).anyMatch(row -> row.length != CLASSES)) {
            throw new IllegalArgumentException("confusion matrix: expected 10 rows of 10 counts, found "
                    + Arrays.stream(counts).mapToInt(row -> row.length).boxed().toList());
        }
        for (int truth = 0; truth < CLASSES; truth++) {
            for (int read = 0; read < CLASSES; read++) {
                if (counts[truth][read] < 0) {
                    throw new IllegalArgumentException("confusion matrix: count of " + truth + " read as " + read
                            + " is " + counts[truth][read] + ", expected 0 or more");
                }
            }
        }
        var matrix =
                new ConfusionMatrix(Arrays.stream(counts).map(long[]::clone).toArray(long[][]::new));
        if (matrix.n() == 0) {
            throw new IllegalArgumentException("confusion matrix: no examples, expected at least one");
        }
        return matrix;
    }

    /** Examples of digit {@code truth} that were read as {@code read}. */
    public long count(int truth, int read) {
        return counts[truth][read];
    }

    /** All examples. */
    public long n() {
        return Arrays.stream(counts).flatMapToLong(Arrays::stream).sum();
    }

    /** Examples read right. */
    public long correct() {
        return IntStream.range(0, CLASSES)
                .mapToLong(digit -> counts[digit][digit])
                .sum();
    }

    /** Examples whose true digit this is. */
    public long occurrences(int digit) {
        return Arrays.stream(counts[digit]).sum();
    }

    /** Examples that were read as this digit. */
    public long readings(int digit) {
        return Arrays.stream(counts).mapToLong(row -> row[digit]).sum();
    }

    /** Share of examples read right. */
    public double accuracy() {
        return ratio(correct(), n());
    }

    /** Share of the readings of this digit that are right. */
    public double precision(int digit) {
        return ratio(counts[digit][digit], readings(digit));
    }

    /** Share of the occurrences of this digit that were read right. */
    public double recall(int digit) {
        return ratio(counts[digit][digit], occurrences(digit));
    }

    /** Harmonic mean of precision and recall. */
    public double f1(int digit) {
        return ratio(2 * counts[digit][digit], occurrences(digit) + readings(digit));
    }

    /** Mean precision of the digits seen. */
    public double precisionMacro() {
        return macro(this::precision);
    }

    /** Mean recall of the digits seen. */
    public double recallMacro() {
        return macro(this::recall);
    }

    /** Mean F1 of the digits seen; not the F1 of the mean precision and recall. */
    public double f1Macro() {
        return macro(this::f1);
    }

    private double macro(IntToDoubleFunction score) {
        return IntStream.range(0, CLASSES)
                .filter(digit -> occurrences(digit) + readings(digit) > 0)
                .mapToDouble(score)
                .average()
                .orElseThrow();
    }

    private static double ratio(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
