package numeral.kernel;

import java.util.Arrays;
import java.util.Random;

/** The definition of a convolution with pooling, a loop for each index: what the kernels are held against. Arrays are [images, height, width, channels]. */
final class PlainConvolution {
    final float[] weights;
    final float[] bias;
    private final ConvolutionShape shape;

    record Gradients(float[] weights, float[] bias, float[] in) {}

    PlainConvolution(ConvolutionShape shape, Random random) {
        this.shape = shape;
        this.weights = new float[shape.filters() * shape.channels() * shape.kernelHeight() * shape.kernelWidth()];
        this.bias = new float[shape.filters()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = random.nextFloat() - 0.5f;
        }
        for (int i = 0; i < bias.length; i++) {
            bias[i] = random.nextFloat() - 0.5f;
        }
    }

    int inSize() {
        return shape.height() * shape.width() * shape.channels();
    }

    int outSize() {
        return shape.outHeight() * shape.outWidth() * shape.filters();
    }

    float[] forward(float[] in, boolean relu) {
        float[] ones = new float[shape.filters()];
        Arrays.fill(ones, 1);
        return affine(in, ones, new float[shape.filters()], relu);
    }

    float[] affine(float[] in, float[] scale, float[] shift, boolean relu) {
        float[] out = new float[in.length / inSize() * outSize()];
        for (int i = 0; i < out.length; i++) {
            int filter = i % shape.filters();
            double value = convolved(in, i, winner(in, i)) * scale[filter] + shift[filter];
            out[i] = (float) (relu ? Math.max(0, value) : value);
        }
        return out;
    }

    /** With ReLU. */
    Gradients backward(float[] in, float[] gradient) {
        Gradients sums = new Gradients(new float[weights.length], new float[bias.length], new float[in.length]);
        for (int i = 0; i < gradient.length; i++) {
            int winner = winner(in, i);
            if (convolved(in, i, winner) <= 0) {
                continue;
            }
            int filter = i % shape.filters();
            sums.bias[filter] += gradient[i];
            for (int tap = 0; tap < taps(); tap++) {
                sums.weights[filter * taps() + tap] += gradient[i] * in[inAt(i, winner, tap)];
                sums.in[inAt(i, winner, tap)] += gradient[i] * weights[filter * taps() + tap];
            }
        }
        return sums;
    }

    private int taps() {
        return shape.channels() * shape.kernelHeight() * shape.kernelWidth();
    }

    private int winner(float[] in, int out) {
        int best = 0;
        for (int corner = 1; corner < shape.corners(); corner++) {
            if (convolved(in, out, corner) > convolved(in, out, best)) {
                best = corner;
            }
        }
        return best;
    }

    private double convolved(float[] in, int out, int corner) {
        int filter = out % shape.filters();
        double sum = bias[filter];
        for (int tap = 0; tap < taps(); tap++) {
            sum += (double) weights[filter * taps() + tap] * in[inAt(out, corner, tap)];
        }
        return sum;
    }

    /** Where a tap, counted by [channel, row, column], of a corner of an output's window lies. */
    private int inAt(int out, int corner, int tap) {
        int position = out / shape.filters();
        int image = position / (shape.outHeight() * shape.outWidth());
        int y = position / shape.outWidth() % shape.outHeight() * shape.pool() + corner / shape.pool();
        int x = position % shape.outWidth() * shape.pool() + corner % shape.pool();
        int row = y + tap / shape.kernelWidth() % shape.kernelHeight();
        int column = x + tap % shape.kernelWidth();
        int channel = tap / (shape.kernelHeight() * shape.kernelWidth());
        return ((image * shape.height() + row) * shape.width() + column) * shape.channels() + channel;
    }
}
