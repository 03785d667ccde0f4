package numeral.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Share of errors among the most confident examples, against the share of examples that they are (El-Yaniv and Wiener, "On the foundations of
 * noise-free selective classification", JMLR 11, 2010).
 *
 * @param points from the most confident examples alone to all of them, one point for each level of confidence that occurred
 */
public record RiskCoverage(List<Point> points) {
    /** Levels of confidence: a hundred for each power of ten of doubt, down to a doubt of 1e-10. */
    static final int LEVELS = 1001;

    static final double CONFIDENCE_OF_BOUND = 0.95;

    private static final int LEVELS_PER_DECADE = 100;

    public RiskCoverage {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("risk-coverage curve: no points, expected at least one");
        }
    }

    /**
     * What accepting every example at or above a threshold would mean.
     *
     * @param threshold lowest confidence accepted
     * @param coverage share of examples accepted
     * @param risk share of the accepted that are wrong
     * @param riskUpper what the risk is at most at 95 % confidence, for this point alone: a threshold chosen among many points needs a wider bound
     * @param accepted number of examples accepted
     * @param wrong number of the accepted that are wrong
     */
    public record Point(double threshold, double coverage, double risk, double riskUpper, long accepted, long wrong) {}

    /** The level of a confidence from 0 to 1. */
    static int level(double confidence) {
        return (int) Math.min(LEVELS - 1, -LEVELS_PER_DECADE * StrictMath.log10(1 - confidence));
    }

    /** The curve from counts by level: all examples, and those read wrong. */
    static RiskCoverage of(long[] examples, long[] errors) {
        return of(examples, errors, LongStream.of(examples).sum());
    }

    /** The curve where some examples can be accepted at no threshold: {@code n} counts those as well. */
    static RiskCoverage of(long[] examples, long[] errors, long n) {
        var points = new ArrayList<Point>();
        long accepted = 0;
        long wrong = 0;
        for (int level = LEVELS - 1; level >= 0; level--) {
            if (examples[level] > 0) {
                accepted += examples[level];
                wrong += errors[level];
                points.add(new Point(
                        1 - StrictMath.pow(10, -(double) level / LEVELS_PER_DECADE),
                        (double) accepted / n,
                        (double) wrong / accepted,
                        ClopperPearson.upper(wrong, accepted, CONFIDENCE_OF_BOUND),
                        accepted,
                        wrong));
            }
        }
        return new RiskCoverage(points);
    }

    /** The first point that covers at least this share of the examples, 0 to 1. */
    public Point at(double coverage) {
        return points.stream()
                .filter(point -> point.coverage() >= coverage)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("coverage " + coverage + ", expected 0 to 1"));
    }
}
