package numeral.kernel;

import static numeral.kernel.Lanes.COUNT;

import java.util.Arrays;

/** By the definition: each output is the sum over all that is under the filter. The square is that of the pooling. */
final class DirectProducts implements Products {
    private final ConvolutionShape shape;
    /** [groups of 4 filters, depth, 4]. */
    private final float[] factors;

    private final float[] patch;

    DirectProducts(ConvolutionShape shape) {
        this.shape = shape;
        this.factors = new float[shape.filterStride() * shape.depth()];
        this.patch = new float[shape.depth() * COUNT];
    }

    @Override
    public int side() {
        return shape.pool();
    }

    @Override
    public void filters(float[] weights) {
        int taps = shape.kernelHeight() * shape.kernelWidth();
        int depth = shape.depth();
        for (int filter = 0; filter < shape.filters(); filter++) {
            int to = filter / 4 * 4 * depth + filter % 4;
            for (int channel = 0; channel < shape.channels(); channel++) {
                int from = (filter * shape.channels() + channel) * taps;
                for (int tap = 0; tap < taps; tap++) {
                    factors[to + (tap * shape.channelStride() + channel) * 4] = weights[from + tap];
                }
            }
        }
    }

    @Override
    public void convolve(float[] in, int y, int x, float[] sums) {
        Arrays.fill(sums, 0);
        int depth = shape.depth();
        for (int corner = 0; corner < shape.corners(); corner++) {
            gather(in, y + corner / shape.pool(), x + corner % shape.pool());
            int to = corner * shape.filterStride() * COUNT;
            for (int filter = 0; filter < shape.filterStride(); filter += 4) {
                Tile.multiplyAdd(patch, 0, factors, filter * depth, depth, sums, to + filter * COUNT);
            }
        }
    }

    private void gather(float[] in, int y, int x) {
        int row = shape.kernelWidth() * shape.channelStride() * COUNT;
        for (int ky = 0; ky < shape.kernelHeight(); ky++) {
            int from = ((y + ky) * shape.width() + x) * shape.channelStride() * COUNT;
            System.arraycopy(in, from, patch, ky * row, row);
        }
    }
}
