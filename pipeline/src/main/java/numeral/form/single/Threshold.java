package numeral.form.single;

import java.util.OptionalInt;

/**
 * Parts an image in two by its histogram: by Otsu's threshold ("A threshold selection method from gray-level histograms", IEEE SMC 9, 1979); where that only
 * splits the noise of the paper, as it does where ink is rare, in the middle of all tones.
 */
final class Threshold {
    /** Share of the pixels that may be darker or lighter than the tones of the image. */
    private static final double EXTREME = 0.001;
    /** Least distance between the means of the two parts, as a share of all tones. */
    private static final double APART = 0.3;

    private Threshold() {}

    /** The lightest level of the dark part; empty where there is one level only. */
    static OptionalInt of(Histogram histogram) {
        int total = histogram.pixels();
        double sum = 0;
        for (int level = 0; level < Histogram.LEVELS; level++) {
            sum += (double) level * histogram.count(level);
        }
        int best = -1;
        double most = 0;
        double apart = 0;
        double below = 0;
        long count = 0;
        for (int level = 0; level < Histogram.LEVELS - 1; level++) {
            count += histogram.count(level);
            below += (double) level * histogram.count(level);
            if (count == 0 || count == total) {
                continue;
            }
            double difference = (sum - below) / (total - count) - below / count;
            double between = (double) count * (total - count) * difference * difference;
            if (between > most) {
                most = between;
                best = level;
                apart = difference;
            }
        }
        if (best < 0) {
            return OptionalInt.empty();
        }
        int darkest = histogram.grey(EXTREME);
        int lightest = histogram.grey(1 - EXTREME);
        return OptionalInt.of(apart < APART * (lightest - darkest) ? (darkest + lightest) / 2 : best);
    }
}
