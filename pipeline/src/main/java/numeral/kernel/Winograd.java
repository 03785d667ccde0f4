package numeral.kernel;

/**
 * Minimal filtering for squares of two by two outputs under filters of three by three or five by five (Winograd 1980; Lavin and Gray 2016): inputs and filters
 * are evaluated as polynomials at a few points, multiplied there, and interpolated, which takes 16 products for 36, and 36 for 100.
 */
final class Winograd {
    /** Outputs on a side that are computed together. */
    static final int SIDE = 2;

    private static final int LEAST_CHANNELS = 8;

    private static final float[][] INPUT_3 = {{1, 0, -1, 0}, {0, 1, 1, 0}, {0, -1, 1, 0}, {0, 1, 0, -1}};
    private static final float[][] FILTER_3 = {{1, 0, 0}, {0.5f, 0.5f, 0.5f}, {0.5f, -0.5f, 0.5f}, {0, 0, 1}};
    private static final float[][] OUTPUT_3 = {{1, 1, 1, 0}, {0, 1, -1, -1}};

    private static final float[][] INPUT_5 = {
        {4, 0, -5, 0, 1, 0},
        {0, -4, -4, 1, 1, 0},
        {0, 4, -4, -1, 1, 0},
        {0, -2, -1, 2, 1, 0},
        {0, 2, -1, -2, 1, 0},
        {0, 4, 0, -5, 0, 1}
    };
    private static final float[][] FILTER_5 = {
        {1 / 4f, 0, 0, 0, 0},
        {-1 / 6f, -1 / 6f, -1 / 6f, -1 / 6f, -1 / 6f},
        {-1 / 6f, 1 / 6f, -1 / 6f, 1 / 6f, -1 / 6f},
        {1 / 24f, 1 / 12f, 1 / 6f, 1 / 3f, 2 / 3f},
        {1 / 24f, -1 / 12f, 1 / 6f, -1 / 3f, 2 / 3f},
        {0, 0, 0, 0, 1}
    };
    private static final float[][] OUTPUT_5 = {{1, 1, 1, 1, 1, 0}, {0, 1, -1, 2, -2, 1}};

    private final Transform input;
    private final Transform filter;
    private final Transform output;

    Winograd(ConvolutionShape shape) {
        boolean three = shape.kernelWidth() == 3;
        this.input = new Transform(three ? INPUT_3 : INPUT_5);
        this.filter = new Transform(three ? FILTER_3 : FILTER_5);
        this.output = new Transform(three ? OUTPUT_3 : OUTPUT_5);
    }

    /** Whether a convolution has such filters, outputs in squares of four, and channels enough to make up for the transforms. */
    static boolean serves(ConvolutionShape shape) {
        boolean squares = shape.pool() == SIDE
                || shape.pool() == 1 && shape.outHeight() % SIDE == 0 && shape.outWidth() % SIDE == 0;
        return squares
                && shape.channels() >= LEAST_CHANNELS
                && shape.kernelHeight() == shape.kernelWidth()
                && (shape.kernelWidth() == 3 || shape.kernelWidth() == 5);
    }

    /** From a square of inputs under two by two outputs to points. */
    Transform input() {
        return input;
    }

    /** From the taps of filters to points. */
    Transform filter() {
        return filter;
    }

    /** From points to two by two outputs. */
    Transform output() {
        return output;
    }

    /** Points of a square. */
    int points() {
        return output.columns() * output.columns();
    }
}
