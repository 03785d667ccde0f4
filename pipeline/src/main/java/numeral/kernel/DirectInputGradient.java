package numeral.kernel;

import static numeral.kernel.Lanes.COUNT;

/** By the definition: each position before pooling adds the filters, times their gradients there, to what they saw. */
final class DirectInputGradient implements InputGradient {
    private final ConvolutionShape shape;
    private final int filters;
    /** [kernelHeight, columns and channels in groups of 4, filters, 4]. */
    private final float[] factors;
    /** One position before pooling, [filters, COUNT]. */
    private final float[] position;

    DirectInputGradient(ConvolutionShape shape) {
        this.shape = shape;
        this.filters = shape.filterStride();
        this.factors = new float[shape.depth() * filters];
        this.position = new float[filters * COUNT];
    }

    @Override
    public void filters(float[] weights) {
        int from = 0;
        for (int filter = 0; filter < shape.filters(); filter++) {
            for (int channel = 0; channel < shape.channels(); channel++) {
                for (int tap = 0; tap < shape.kernelHeight() * shape.kernelWidth(); tap++) {
                    int row = tap * shape.channelStride() + channel;
                    factors[row / 4 * 4 * filters + filter * 4 + row % 4] = weights[from++];
                }
            }
        }
    }

    @Override
    public void add(float[] gradient, float[] winners, float[] target) {
        for (int window = 0; window < shape.outHeight() * shape.outWidth(); window++) {
            int y = window / shape.outWidth() * shape.pool();
            int x = window % shape.outWidth() * shape.pool();
            for (int corner = 0; corner < shape.corners(); corner++) {
                Windows.expand(gradient, winners, window * position.length, position.length, corner, position, 0);
                add(y + corner / shape.pool(), x + corner % shape.pool(), target);
            }
        }
    }

    private void add(int y, int x, float[] target) {
        int rows = shape.kernelWidth() * shape.channelStride();
        for (int ky = 0; ky < shape.kernelHeight(); ky++) {
            int to = ((y + ky) * shape.width() + x) * shape.channelStride() * COUNT;
            for (int row = 0; row < rows; row += 4) {
                int from = (ky * rows + row) * filters;
                Tile.multiplyAdd(position, 0, factors, from, filters, target, to + row * COUNT);
            }
        }
    }
}
