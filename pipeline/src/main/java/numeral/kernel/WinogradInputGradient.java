package numeral.kernel;

import static numeral.kernel.Lanes.COUNT;

import java.util.Arrays;

/** By minimal filtering backwards: the steps of {@link WinogradProducts} from the last to the first, each transposed. */
final class WinogradInputGradient implements InputGradient {
    private final ConvolutionShape shape;
    private final int points;
    private final Transform filter;
    private final Transform output;
    private final Transform input;
    /** [kernelHeight, kernelWidth, groups of 4 channels, filters, 4]. */
    private final float[] taps;
    /** Filters at the points, [points, groups of 4 channels, filters, 4]. */
    private final float[] factors;
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
        int filters = shape.filterStride();
        int channels = shape.channelStride();
        this.shape = shape;
        this.points = winograd.points();
        this.filter = winograd.filter();
        this.output = winograd.output().transposed();
        this.input = winograd.input().transposed();
        this.taps = new float[shape.depth() * filters];
        this.factors = new float[points * filters * channels];
        this.corners = new float[Winograd.SIDE * Winograd.SIDE * filters * COUNT];
        this.outputs = new float[points * filters * COUNT];
        this.inputs = new float[points * channels * COUNT];
        this.patch = new float[inputs.length];
        this.half = new float[Math.max(factors.length, Math.max(inputs.length, outputs.length))];
    }

    @Override
    public void filters(float[] weights) {
        int size = shape.channelStride() * shape.filterStride();
        int side = shape.kernelWidth();
        int from = 0;
        for (int f = 0; f < shape.filters(); f++) {
            for (int channel = 0; channel < shape.channels(); channel++) {
                int to = (channel / 4 * shape.filterStride() + f) * 4 + channel % 4;
                for (int tap = 0; tap < side * side; tap++) {
                    taps[tap * size + to] = weights[from++];
                }
            }
        }
        filter.apply(taps, 0, side * size, size, half, factors);
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
        int filters = shape.filterStride();
        int channels = shape.channelStride();
        output.apply(corners, 0, Winograd.SIDE * filters * COUNT, filters * COUNT, half, outputs);
        Arrays.fill(inputs, 0);
        for (int point = 0; point < points; point++) {
            for (int channel = 0; channel < channels; channel += 4) {
                int row = point * channels + channel;
                Tile.multiplyAdd(
                        outputs, point * filters * COUNT, factors, row * filters, filters, inputs, row * COUNT);
            }
        }
        input.apply(inputs, 0, input.columns() * channels * COUNT, channels * COUNT, half, patch);
    }

    private void addPatch(int y, int x, float[] target) {
        int pixel = shape.channelStride() * COUNT;
        int row = input.rows() * pixel;
        for (int i = 0; i < input.rows(); i++) {
            Lanes.add(patch, i * row, target, ((y + i) * shape.width() + x) * pixel, row);
        }
    }
}
