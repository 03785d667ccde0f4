package numeral.kernel;

import static numeral.kernel.Lanes.COUNT;

import java.util.Arrays;

/** By minimal filtering: at each point a matrix product whose depth are the channels alone. */
final class WinogradProducts implements Products {
    private final ConvolutionShape shape;
    private final Winograd winograd;
    /** [kernelHeight, kernelWidth, groups of 4 filters, channels, 4]. */
    private final float[] taps;
    /** Filters at the points, [points, groups of 4 filters, channels, 4]. */
    private final float[] factors;
    /** Inputs at the points, [points, channels, COUNT]. */
    private final float[] inputs;
    /** Outputs at the points, [points, filters, COUNT]. */
    private final float[] outputs;

    private final float[] half;

    WinogradProducts(ConvolutionShape shape) {
        this.shape = shape;
        this.winograd = new Winograd(shape);
        int points = winograd.points();
        this.taps = new float[shape.depth() * shape.filterStride()];
        this.factors = new float[points * shape.filterStride() * shape.channelStride()];
        this.inputs = new float[points * shape.channelStride() * COUNT];
        this.outputs = new float[points * shape.filterStride() * COUNT];
        this.half = new float[Math.max(factors.length, Math.max(inputs.length, outputs.length))];
    }

    @Override
    public int side() {
        return Winograd.SIDE;
    }

    @Override
    public void filters(float[] weights) {
        int size = shape.filterStride() * shape.channelStride();
        int side = shape.kernelWidth();
        int from = 0;
        for (int filter = 0; filter < shape.filters(); filter++) {
            for (int channel = 0; channel < shape.channels(); channel++) {
                int to = (filter / 4 * shape.channelStride() + channel) * 4 + filter % 4;
                for (int tap = 0; tap < side * side; tap++) {
                    taps[tap * size + to] = weights[from++];
                }
            }
        }
        winograd.filter().apply(taps, 0, side * size, size, half, factors);
    }

    @Override
    public void convolve(float[] in, int y, int x, float[] sums) {
        int channels = shape.channelStride() * COUNT;
        int filters = shape.filterStride() * COUNT;
        winograd.input()
                .apply(in, (y * shape.width() + x) * channels, shape.width() * channels, channels, half, inputs);
        Arrays.fill(outputs, 0);
        for (int point = 0; point < winograd.points(); point++) {
            for (int filter = 0; filter < shape.filterStride(); filter += 4) {
                Tile.multiplyAdd(
                        inputs,
                        point * channels,
                        factors,
                        (point * shape.filterStride() + filter) * shape.channelStride(),
                        shape.channelStride(),
                        outputs,
                        point * filters + filter * COUNT);
            }
        }
        winograd.output().apply(outputs, 0, winograd.output().columns() * filters, filters, half, sums);
    }
}
