package numeral.network;

import java.util.Arrays;

/**
 * The way back through ReLU and 2 x 2 max-pooling, for one image with channels last. Of each four values the first largest one was passed on, so it alone
 * gets the gradient. Written with arithmetic in place of branches, and over whole rows, for the compiler to make vector instructions of it.
 */
final class MaxUnpooling {
    /** Makes any positive number at least 1. */
    private static final float HUGE = Float.MAX_VALUE;

    private final int height;
    private final int width;
    private final int channels;
    private final boolean relu;
    private final float[][] corners;
    private final float[] bias;

    /**
     * For images of one shape.
     *
     * @param height rows before pooling; an odd last one was not pooled
     * @param width columns before pooling; an odd last one was not pooled
     * @param relu whether negative pooled values were set to 0
     */
    MaxUnpooling(int height, int width, int channels, boolean relu) {
        this.height = height;
        this.width = width;
        this.channels = channels;
        this.relu = relu;
        this.corners = new float[4][width / 2 * channels];
        this.bias = new float[width / 2 * channels];
    }

    /**
     * Replaces values by their gradients.
     *
     * @param values [height, width, channels] before pooling; becomes their gradients
     * @param pooled [height / 2, width / 2, channels] after pooling and ReLU
     * @param gradient of {@code pooled}, same shape
     */
    void apply(float[] values, float[] pooled, float[] gradient) {
        int row = width / 2 * channels;
        for (int y = 0; y < height / 2; y++) {
            gather(values, y);
            passToWinners(pooled, gradient, y * row, row);
            scatter(values, y);
        }
        clearUnpooled(values);
    }

    /** Sum of all gradients so far, by channel; begins again at 0. */
    float[] takeBiasGradient() {
        float[] sum = new float[channels];
        for (int i = 0; i < bias.length; i++) {
            sum[i % channels] += bias[i];
        }
        Arrays.fill(bias, 0);
        return sum;
    }

    private void gather(float[] values, int y) {
        for (int x = 0; x < width / 2; x++) {
            for (int corner = 0; corner < 4; corner++) {
                System.arraycopy(values, at(y, x, corner), corners[corner], x * channels, channels);
            }
        }
    }

    private void scatter(float[] values, int y) {
        for (int x = 0; x < width / 2; x++) {
            for (int corner = 0; corner < 4; corner++) {
                System.arraycopy(corners[corner], x * channels, values, at(y, x, corner), channels);
            }
        }
    }

    private int at(int y, int x, int corner) {
        return ((2 * y + corner / 2) * width + 2 * x + corner % 2) * channels;
    }

    private void passToWinners(float[] pooled, float[] gradient, int from, int length) {
        float[] first = corners[0];
        float[] second = corners[1];
        float[] third = corners[2];
        float[] fourth = corners[3];
        // a value that was not passed on is smaller than the pooled one, by a normal number and so by 1 after scaling
        float always = relu ? 0 : 1;
        for (int i = 0; i < length; i++) {
            float top = pooled[from + i];
            float left = gradient[from + i] * Math.min(1f, Math.abs(top) * HUGE + always);
            bias[i] += left;
            float afterFirst = left * Math.min(1f, Math.abs(top - first[i]) * HUGE);
            first[i] = left - afterFirst;
            float afterSecond = afterFirst * Math.min(1f, Math.abs(top - second[i]) * HUGE);
            second[i] = afterFirst - afterSecond;
            float afterThird = afterSecond * Math.min(1f, Math.abs(top - third[i]) * HUGE);
            third[i] = afterSecond - afterThird;
            fourth[i] = afterThird;
        }
    }

    private void clearUnpooled(float[] values) {
        if (width % 2 == 1) {
            for (int y = 0; y < height; y++) {
                int end = (y + 1) * width * channels;
                Arrays.fill(values, end - channels, end, 0);
            }
        }
        if (height % 2 == 1) {
            Arrays.fill(values, (height - 1) * width * channels, values.length, 0);
        }
    }
}
