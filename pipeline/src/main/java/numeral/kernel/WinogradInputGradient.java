package numeral.kernel;

import static numeral.kernel.Lanes.COUNT;

/** By minimal filtering backwards: the steps of {@link WinogradProducts} from the last to the first, each transposed. */
final class WinogradInputGradient implements InputGradient {
    private final ConvolutionShape shape;
    private final PointProducts filters;
    private final Transform output;
    private final Transform input;
    /** Two by two gradients of outputs before pooling, [2, 2, filters, COUNT]. */
    private final float[] corners;
    /** The same at the points, [points, filters, COUNT]. */
    private final float[] outputs;
    /** Gradients of inputs at the points, [points, channels, COUNT]. */
    private final float[] inputs;
    /** Gradients of the inputs under the square, [points, channels, COUNT]. */
    private final float[] patch;

    private final float[] half;

    WinogradInputGradient(ConvolutionShape shape) {
        Winograd winograd = new Winograd(shape);
        int values = shape.filterStride() * COUNT;
        this.shape = shape;
        this.filters = new PointProducts(shape, winograd, true);
        this.output = winograd.output().transposed();
        this.input = winograd.input().transposed();
        this.corners = new float[Winograd.SIDE * Winograd.SIDE * values];
        this.outputs = new float[winograd.points() * values];
        this.inputs = new float[winograd.points() * shape.channelStride() * COUNT];
        this.patch = new float[inputs.length];
        this.half = new float[Math.max(inputs.length, outputs.length)];
    }

    @Override
    public void filters(float[] weights) {
        filters.filters(weights);
    }

    @Override
    public void add(float[] gradient, float[] winners, float[] target) {
        int windows = Winograd.SIDE / shape.pool();
        for (int y = 0; y < shape.outHeight(); y += windows) {
            for (int x = 0; x < shape.outWidth(); x += windows) {
                unpool(gradient, winners, y, x);
                multiply();
                addPatch(y * shape.pool(), x * shape.pool(), target);
            }
        }
    }

    private void unpool(float[] gradient, float[] winners, int y, int x) {
        int size = shape.filterStride() * COUNT;
        for (int i = 0; i < Winograd.SIDE * Winograd.SIDE; i++) {
            int window = shape.pool() == 1 ? i : 0;
            int from = ((y + window / Winograd.SIDE) * shape.outWidth() + x + window % Winograd.SIDE) * size;
            Windows.expand(gradient, winners, from, size, i - window, corners, i * size);
        }
    }

    private void multiply() {
        int values = shape.filterStride() * COUNT;
        int channels = shape.channelStride() * COUNT;
        output.apply(corners, 0, Winograd.SIDE * values, values, half, outputs);
        filters.multiply(outputs, inputs);
        input.apply(inputs, 0, input.columns() * channels, channels, half, patch);
    }

    private void addPatch(int y, int x, float[] target) {
        int pixel = shape.channelStride() * COUNT;
        int row = input.rows() * pixel;
        for (int i = 0; i < input.rows(); i++) {
            Lanes.add(patch, i * row, target, ((y + i) * shape.width() + x) * pixel, row);
        }
    }
}
