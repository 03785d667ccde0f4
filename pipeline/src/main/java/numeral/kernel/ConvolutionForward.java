package numeral.kernel;

import static numeral.kernel.Lanes.COUNT;

import java.util.Arrays;

/** Convolution, max-pooling, scale, shift and ReLU of blocks of images in one pass, so that a convolved value never leaves the cache. For one thread. */
public final class ConvolutionForward {
    private final ConvolutionShape shape;
    private final boolean relu;
    private final Products products;
    private final float[] scale;
    private final float[] shift;
    private final float[] sums;

    /** Without filters yet: see {@link #filters}. */
    public ConvolutionForward(ConvolutionShape shape, boolean relu) {
        this.shape = shape;
        this.relu = relu;
        this.products = Winograd.serves(shape) ? new WinogradProducts(shape) : new DirectProducts(shape);
        this.scale = new float[shape.filterStride()];
        this.shift = new float[shape.filterStride()];
        this.sums = new float[products.side() * products.side() * shape.filterStride() * COUNT];
        Arrays.fill(scale, 1);
    }

    /**
     * Takes the filters in.
     *
     * @param weights [filters, channels, kernelHeight, kernelWidth]
     * @param bias one value a filter
     */
    public void filters(float[] weights, float[] bias) {
        products.filters(weights);
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
        windows(in, (from, to) -> Windows.reduce(sums, from, shape.corners(), scale, shift, relu, out, to));
    }

    /**
     * The same for training, without scale.
     *
     * @param winners filled with the number of the corner that was largest in each window; a block of outputs in size
     */
    public void apply(float[] in, float[] out, float[] winners) {
        windows(in, (from, to) -> Windows.reduce(sums, from, shape.corners(), shift, relu, out, winners, to));
    }

    /** What becomes of a window whose corners begin at {@code from} among the sums, and which goes to {@code to} in the block of outputs. */
    private interface Reduction {
        void reduce(int from, int to);
    }

    /** Convolves square by square, and reduces the windows of each: one, or as many as its corners where nothing is pooled. */
    private void windows(float[] in, Reduction reduction) {
        int side = products.side() / shape.pool();
        int filters = shape.filterStride() * COUNT;
        for (int y = 0; y < shape.outHeight(); y += side) {
            for (int x = 0; x < shape.outWidth(); x += side) {
                products.convolve(in, y * shape.pool(), x * shape.pool(), sums);
                for (int window = 0; window < side * side; window++) {
                    int out = (y + window / side) * shape.outWidth() + x + window % side;
                    reduction.reduce(window * filters, out * filters);
                }
            }
        }
    }
}
