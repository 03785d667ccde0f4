package numeral.train;

/** Values between pixels, somewhere between linear interpolation, which softens, and cubic convolution (Keys 1981). */
final class Interpolation {
    /** Neighbours along a line that have a weight. */
    static final int REACH = 4;

    private Interpolation() {}

    /** Weights of four neighbours for a place t, 0 to 1, between the middle two; {@code crispness} is the share of the cubic convolution. */
    static void weigh(float t, float crispness, float[] weights) {
        float rest = 1 - t;
        weights[0] = -crispness / 2 * t * rest * rest;
        weights[1] = rest * (1 + crispness * t * (1 - 1.5f * t));
        weights[2] = t * (1 + crispness * rest * (1 - 1.5f * rest));
        weights[3] = -crispness / 2 * t * t * rest;
    }
}
