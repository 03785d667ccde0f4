package numeral.kernel;

import static numeral.kernel.Lanes.COUNT;

import java.util.Arrays;

/** Convolution, max-pooling, scale, shift and ReLU of blocks of images in one pass, so that a convolved value never leaves the cache. For one thread. */
public final class ConvolutionForward {
    private final ConvolutionShape shape;
    private final boolean relu;
    private final float[] factors;
    private final float[] scale;
    private final float[] shift;
    private final float[] patch;
    private final float[] sums;

    /** Without filters yet: see {@link #filters}. */
    public ConvolutionForward(ConvolutionShape shape, boolean relu) {
        this.shape = shape;
        this.relu = relu;
        this.factors = new float[shape.filterStride() * shape.depth()];
        this.scale = new float[shape.filterStride()];
        this.shift = new float[shape.filterStride()];
        this.patch = new float[shape.depth() * COUNT];
        this.sums = new float[shape.corners() * shape.filterStride() * COUNT];
        Arrays.fill(scale, 1);
    }

    /**
     * Takes the filters in.
     *
     * @param weights [filters, channels, kernelHeight, kernelWidth]
     * @param bias one value a filter
     */
    public void filters(float[] weights, float[] bias) {
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
        System.arraycopy(bias, 0, shift, 0, bias.length);
    }

    /** Appends {@code value * scale + shift} to the pooling, before ReLU, one of each a filter: a normalisation that is no longer trained. */
    public void affine(float[] scaleOfFilter, float[] shiftOfFilter) {
        for (int filter = 0; filter < shape.filters(); filter++) {
            scale[filter] = scaleOfFilter[filter];
            shift[filter] = shift[filter] * scaleOfFilter[filter] + shiftOfFilter[filter];
        }
    }

    /** Fills a block of outputs from a block of inputs. */
    public void apply(float[] in, float[] out) {
        for (int y = 0; y < shape.outHeight(); y++) {
            for (int x = 0; x < shape.outWidth(); x++) {
                convolve(in, y, x);
                Windows.reduce(sums, shape.corners(), scale, shift, relu, out, outAt(y, x));
            }
        }
    }

    /** The same for training, without scale.
     *
     * @param winners filled with the number of the corner that was largest in each window; a block of outputs in size
     */
    public void apply(float[] in, float[] out, float[] winners) {
        for (int y = 0; y < shape.outHeight(); y++) {
            for (int x = 0; x < shape.outWidth(); x++) {
                convolve(in, y, x);
                Windows.reduce(sums, shape.corners(), shift, relu, out, winners, outAt(y, x));
            }
        }
    }

    private int outAt(int y, int x) {
        return (y * shape.outWidth() + x) * shape.filterStride() * COUNT;
    }

    private void convolve(float[] in, int outY, int outX) {
        Arrays.fill(sums, 0);
        int depth = shape.depth();
        for (int corner = 0; corner < shape.corners(); corner++) {
            gather(in, outY * shape.pool() + corner / shape.pool(), outX * shape.pool() + corner % shape.pool());
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
