package numeral.kernel;

import static numeral.kernel.Lanes.COUNT;

/** By minimal filtering: at each point a matrix product whose depth are the channels alone. */
final class WinogradProducts implements Products {
    private final ConvolutionShape shape;
    private final Winograd winograd;
    private final PointProducts filters;
    /** Inputs at the points, [points, channels, COUNT]. */
    private final float[] inputs;
    /** Outputs at the points, [points, filters, COUNT]. */
    private final float[] outputs;

    private final float[] half;

    WinogradProducts(ConvolutionShape shape) {
        this.shape = shape;
        this.winograd = new Winograd(shape);
        int points = winograd.points();
        this.filters = new PointProducts(shape, winograd, false);
        this.inputs = new float[points * shape.channelStride() * COUNT];
        this.outputs = new float[points * shape.filterStride() * COUNT];
        this.half = new float[Math.max(inputs.length, outputs.length)];
    }

    @Override
    public int side() {
        return Winograd.SIDE;
    }

    @Override
    public void filters(float[] weights) {
        filters.filters(weights);
    }

    @Override
    public void convolve(float[] in, int y, int x, float[] sums) {
        int channels = shape.channelStride() * COUNT;
        int values = shape.filterStride() * COUNT;
        winograd.input()
                .apply(in, (y * shape.width() + x) * channels, shape.width() * channels, channels, half, inputs);
        filters.multiply(inputs, outputs);
        winograd.output().apply(outputs, 0, winograd.output().columns() * values, values, half, sums);
    }
}
