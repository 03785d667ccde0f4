package numeral.train;

import static numeral.train.Augmenter.SIDE;

import java.util.SplittableRandom;

/** A scanner's noise: each pixel lighter or darker by the difference of two even draws, which costs a tenth of a Gaussian one. */
final class Noise {
    private static final int BITS = 16;
    private static final int MASK = (1 << BITS) - 1;
    /** Standard deviation of the difference of two even draws from 0 to {@link #MASK}. */
    private static final double DEVIATION = MASK / Math.sqrt(6);

    private Noise() {}

    /** Adds noise of a standard deviation; ink stays in 0 to 1. */
    static void add(float[] target, int offset, double deviation, SplittableRandom random) {
        float unit = (float) (deviation / DEVIATION);
        for (int at = offset; at < offset + SIDE * SIDE; at += 2) {
            long bits = random.nextLong();
            int first = (int) (bits & MASK) - (int) (bits >>> BITS & MASK);
            int second = (int) (bits >>> 2 * BITS & MASK) - (int) (bits >>> 3 * BITS);
            target[at] = clipped(target[at] + unit * first);
            target[at + 1] = clipped(target[at + 1] + unit * second);
        }
    }

    private static float clipped(float ink) {
        return Math.max(0, Math.min(1, ink));
    }
}
