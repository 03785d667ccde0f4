package numeral.measure;

import java.io.Serializable;
import java.util.stream.IntStream;

/**
 * Counts scored examples; tallies of parts merge into the tally of the whole.
 *
 * <p>Sums are kept as whole multiples of 1e-9, so that the figures are the same bit for bit in whatever order parts are added and merged.
 */
public final class Tally implements Serializable {
    private static final long serialVersionUID = 1;
    private static final double UNITS = 1e9;

    private final long[][] confusion = new long[ConfusionMatrix.CLASSES][ConfusionMatrix.CLASSES];
    private final long[] binExamples = new long[Calibration.BINS];
    private final long[] binCorrect = new long[Calibration.BINS];
    private final long[] binConfidence = new long[Calibration.BINS];
    private final long[] levelExamples = new long[RiskCoverage.LEVELS];
    private final long[] levelErrors = new long[RiskCoverage.LEVELS];
    private long logLoss;

    /**
     * Adds one example.
     *
     * @param truth true digit
     * @param read digit that the model read
     * @param confidence probability that the reading is right, 0 to 1
     * @param logLoss see {@link LogLoss}, finite and not negative
     * @return this
     * @throws IllegalArgumentException where a value is outside its range
     */
    public Tally add(int truth, int read, double confidence, double logLoss) {
        check(isDigit(truth), "true digit", truth, "0 to 9");
        check(isDigit(read), "digit read", read, "0 to 9");
        check(confidence >= 0 && confidence <= 1, "confidence", confidence, "0 to 1");
        check(logLoss >= 0 && logLoss < Double.POSITIVE_INFINITY, "log loss", logLoss, "finite and not negative");
        confusion[truth][read]++;
        int bin = Calibration.bin(confidence);
        int level = RiskCoverage.level(confidence);
        binExamples[bin]++;
        levelExamples[level]++;
        if (truth == read) {
            binCorrect[bin]++;
        } else {
            levelErrors[level]++;
        }
        binConfidence[bin] += Math.round(confidence * UNITS);
        this.logLoss += Math.round(logLoss * UNITS);
        return this;
    }

    /** Adds all of another tally, which stays as it is. Returns this. */
    public Tally merge(Tally other) {
        for (int truth = 0; truth < confusion.length; truth++) {
            add(confusion[truth], other.confusion[truth]);
        }
        add(binExamples, other.binExamples);
        add(binCorrect, other.binCorrect);
        add(binConfidence, other.binConfidence);
        add(levelExamples, other.levelExamples);
        add(levelErrors, other.levelErrors);
        logLoss += other.logLoss;
        return this;
    }

    /** The figures of what was added; throws IllegalArgumentException where nothing was. */
    public Evaluation evaluation() {
        var matrix = ConfusionMatrix.of(confusion);
        var bins = IntStream.range(0, Calibration.BINS)
                .mapToObj(bin -> new Calibration.Bin(binExamples[bin], binCorrect[bin], binConfidence[bin] / UNITS))
                .toList();
        return new Evaluation(
                matrix,
                logLoss / UNITS / matrix.n(),
                new Calibration(bins),
                RiskCoverage.of(levelExamples, levelErrors));
    }

    private static void add(long[] into, long[] from) {
        for (int i = 0; i < into.length; i++) {
            into[i] += from[i];
        }
    }

    private static boolean isDigit(int value) {
        return value >= 0 && value < ConfusionMatrix.CLASSES;
    }

    private static void check(boolean holds, String what, Number value, String expected) {
        if (!holds) {
            throw new IllegalArgumentException(what + " is " + value + ", expected " + expected);
        }
    }
}
