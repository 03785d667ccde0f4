package numeral.kernel;

import static numeral.kernel.Lanes.COUNT;

import java.util.Arrays;

/** The way back through {@link ConvolutionForward}: gradients of filters and bias, summed over blocks, and of the inputs where they are wanted. For one thread. */
public final class ConvolutionBackward {
    private final ConvolutionShape shape;
    private final FilterGradient filterGradient;
    private final InputGradient inputGradient;
    private final float[] biasSums;

    /** Without filters yet: see {@link #filters}. */
    public ConvolutionBackward(ConvolutionShape shape) {
        this.shape = shape;
        this.filterGradient = shape.channels() == 1 ? new PlaneGradient(shape) : new ChannelsGradient(shape);
        this.inputGradient = shape.channels() == 1 ? null : inputGradient(shape);
        this.biasSums = new float[shape.filterStride() * COUNT];
    }

    private static InputGradient inputGradient(ConvolutionShape shape) {
        return Winograd.serves(shape) ? new WinogradInputGradient(shape) : new DirectInputGradient(shape);
    }

    /** Whether there can be a gradient of the inputs: of a single channel, as in an image, there is none. */
    public boolean hasInputGradient() {
        return inputGradient != null;
    }

    /** Takes the filters in, [filters, channels, kernelHeight, kernelWidth], and begins the sums again at zero. */
    public void filters(float[] weights) {
        Arrays.fill(biasSums, 0);
        filterGradient.clear();
        if (hasInputGradient()) {
            inputGradient.filters(weights);
        }
    }

    /**
     * Goes back through one block.
     *
     * @param in the block of inputs
     * @param gradient of the block of outputs; zero in lanes without an image
     * @param winners of the way forward
     * @param inGradient filled with the gradient of the inputs where there is one
     */
    public void apply(float[] in, float[] gradient, float[] winners, float[] inGradient) {
        int row = shape.outWidth() * shape.filterStride() * COUNT;
        filterGradient.inputs(in);
        for (int y = 0; y < shape.outHeight(); y++) {
            for (int x = 0; x < shape.outWidth(); x++) {
                Windows.total(gradient, winners, y * row + x * biasSums.length, biasSums);
            }
            filterGradient.add(gradient, winners, y * row, y);
        }
        if (hasInputGradient()) {
            Arrays.fill(inGradient, 0);
            inputGradient.add(gradient, winners, inGradient);
        }
    }

    /**
     * Hands out the sums.
     *
     * @param weights filled with the gradient of the filters, in the order in which they came in
     * @param bias filled with the gradient of the bias
     */
    public void gradients(float[] weights, float[] bias) {
        int to = 0;
        for (int filter = 0; filter < shape.filters(); filter++) {
            float sum = 0;
            for (int lane = 0; lane < COUNT; lane++) {
                sum += biasSums[filter * COUNT + lane];
            }
            bias[filter] = sum;
            for (int channel = 0; channel < shape.channels(); channel++) {
                for (int ky = 0; ky < shape.kernelHeight(); ky++) {
                    for (int kx = 0; kx < shape.kernelWidth(); kx++) {
                        weights[to++] = filterGradient.sum(filter, channel, ky, kx);
                    }
                }
            }
        }
    }
}
