package numeral.measure;

import java.util.List;

/**
 * How well confidence tells the share of right readings.
 *
 * @param bins {@value #BINS} bins of equal width over confidence 0 to 1, a bin with its lower edge, the last one with both
 */
public record Calibration(List<Bin> bins) {
    /** Number of bins, as in Guo et al. (2017). */
    public static final int BINS = 15;

    public Calibration {
        bins = List.copyOf(bins);
        if (bins.size() != BINS) {
            throw new IllegalArgumentException("calibration: " + bins.size() + " bins, expected " + BINS);
        }
    }

    /**
     * One bin.
     *
     * @param n examples whose confidence falls into it
     * @param correct those of them read right
     * @param sumConfidence sum of their confidences
     */
    public record Bin(long n, long correct, double sumConfidence) {}

    /** The bin of a confidence from 0 to 1. */
    static int bin(double confidence) {
        return Math.min(BINS - 1, (int) (confidence * BINS));
    }

    /**
     * Expected calibration error: mean distance of accuracy and confidence over the bins, weighted by examples (Guo et al., "On calibration of modern
     * neural networks", ICML 2017, equation 3).
     */
    public double expectedError() {
        long n = bins.stream().mapToLong(Bin::n).sum();
        double distance = bins.stream()
                .mapToDouble(bin -> Math.abs(bin.correct() - bin.sumConfidence()))
                .sum();
        return distance / n;
    }
}
