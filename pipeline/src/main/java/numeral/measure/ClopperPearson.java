package numeral.measure;

import org.apache.commons.math3.distribution.BetaDistribution;

/**
 * Exact one-sided bounds on a probability, from counts.
 *
 * <p>Clopper and Pearson, "The use of confidence or fiducial limits illustrated in the case of the binomial", Biometrika 26 (1934), in the form of
 * quantiles of the beta distribution. A two-sided interval at 95 % takes both bounds at 0.975.
 */
public final class ClopperPearson {
    private static final double QUANTILE_ACCURACY = 1e-14;

    private ClopperPearson() {}

    /** What the probability is at least, with this confidence, after {@code hits} in {@code trials}. */
    public static double lower(long hits, long trials, double confidence) {
        check(hits, trials, confidence);
        return hits == 0 ? 0 : quantile(hits, trials - hits + 1, 1 - confidence);
    }

    /** What the probability is at most, with this confidence, after {@code hits} in {@code trials}. */
    public static double upper(long hits, long trials, double confidence) {
        check(hits, trials, confidence);
        return hits == trials ? 1 : quantile(hits + 1, trials - hits, confidence);
    }

    private static double quantile(long alpha, long beta, double probability) {
        return new BetaDistribution(null, alpha, beta, QUANTILE_ACCURACY).inverseCumulativeProbability(probability);
    }

    private static void check(long hits, long trials, double confidence) {
        if (trials < 1 || hits < 0 || hits > trials || !(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("binomial bound: " + hits + " hits in " + trials
                    + " trials at confidence " + confidence
                    + ", expected 0 <= hits <= trials, at least one trial, and a confidence between 0 and 1");
        }
    }
}
