package numeral.kernel;

import static numeral.kernel.Lanes.COUNT;

import java.util.Arrays;

/** The filters of a convolution at the points of {@link Winograd}, and the matrix product of them at each point: forwards or back. */
final class PointProducts {
    private final ConvolutionShape shape;
    private final Winograd winograd;
    private final boolean back;
    private final int rows;
    private final int depth;
    /** [kernelHeight, kernelWidth, groups of 4 rows, depth, 4]. */
    private final float[] taps;
    /** [points, groups of 4 rows, depth, 4]. */
    private final float[] factors;

    private final float[] half;

    /** @param back from filters to channels, instead of from channels to filters */
    PointProducts(ConvolutionShape shape, Winograd winograd, boolean back) {
        this.shape = shape;
        this.winograd = winograd;
        this.back = back;
        this.rows = back ? shape.channelStride() : shape.filterStride();
        this.depth = back ? shape.filterStride() : shape.channelStride();
        this.taps = new float[shape.kernelHeight() * shape.kernelWidth() * rows * depth];
        this.factors = new float[winograd.points() * rows * depth];
        this.half = new float[factors.length];
    }

    /** Takes the filters in, [filters, channels, kernelHeight, kernelWidth]. */
    void filters(float[] weights) {
        int size = rows * depth;
        int side = shape.kernelWidth();
        int from = 0;
        for (int filter = 0; filter < shape.filters(); filter++) {
            for (int channel = 0; channel < shape.channels(); channel++) {
                int row = back ? channel : filter;
                int column = back ? filter : channel;
                int to = (row / 4 * depth + column) * 4 + row % 4;
                for (int tap = 0; tap < side * side; tap++) {
                    taps[tap * size + to] = weights[from++];
                }
            }
        }
        winograd.filter().apply(taps, 0, side * size, size, half, factors);
    }

    /**
     * Multiplies at all points.
     *
     * @param panel [points, depth, COUNT]
     * @param products filled with [points, rows, COUNT]
     */
    void multiply(float[] panel, float[] products) {
        Arrays.fill(products, 0);
        for (int point = 0; point < winograd.points(); point++) {
            for (int row = point * rows; row < (point + 1) * rows; row += 4) {
                Tile.multiplyAdd(panel, point * depth * COUNT, factors, row * depth, depth, products, row * COUNT);
            }
        }
    }
}
