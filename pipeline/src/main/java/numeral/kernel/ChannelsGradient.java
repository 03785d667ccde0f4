package numeral.kernel;

import static numeral.kernel.Lanes.COUNT;

import java.util.Arrays;

/**
 * The gradient of filters over many channels: a matrix product whose depth are the images and columns of a row, whose rows are channels and whose lanes are
 * filters. So images may not be innermost here, and both sides are transposed first.
 */
final class ChannelsGradient implements FilterGradient {
    private static final int TILE = 4 * COUNT;
    private static final int SQUARE = COUNT * COUNT;

    private final ConvolutionShape shape;
    private final Transposed channels;
    private final Transposed filters;
    /** [height, groups of 4 channels, width, COUNT, 4]. */
    private final float[] inputs;

    private final float[] gradients;
    private final float[] corners;
    private final float[] row;
    private final float[] sums;

    ChannelsGradient(ConvolutionShape shape) {
        this.shape = shape;
        this.channels = new Transposed(shape.channels(), 4);
        this.filters = new Transposed(shape.filters(), COUNT);
        this.inputs = new float[shape.height() * channels.groups() * shape.width() * TILE];
        this.gradients = new float[filters.groups() * shape.outWidth() * SQUARE];
        this.corners = new float[gradients.length];
        this.row = new float[gradients.length * shape.pool()];
        this.sums = new float[sumAt(filters.groups(), 0, 0, 0)];
    }

    @Override
    public void clear() {
        Arrays.fill(sums, 0);
    }

    @Override
    public void inputs(float[] in) {
        int to = 0;
        for (int y = 0; y < shape.height(); y++) {
            for (int group = 0; group < channels.groups(); group++) {
                for (int x = 0; x < shape.width(); x++, to += TILE) {
                    int from = (y * shape.width() + x) * shape.channelStride() * COUNT;
                    channels.copy(group, in, from, inputs, to);
                }
            }
        }
    }

    @Override
    public void add(float[] gradient, float[] winners, int at, int y) {
        transpose(gradient, at, gradients);
        transpose(winners, at, corners);
        for (int r = 0; r < shape.pool(); r++) {
            unpool(r);
            multiplyAdd(y * shape.pool() + r);
        }
    }

    @Override
    public float sum(int filter, int channel, int ky, int kx) {
        return sums[sumAt(filter / COUNT, ky, channel / 4, kx) + channel % 4 * COUNT + filter % COUNT];
    }

    private int sumAt(int filterGroup, int ky, int channelGroup, int kx) {
        int taps = (filterGroup * shape.kernelHeight() + ky) * channels.groups() + channelGroup;
        return (taps * shape.kernelWidth() + kx) * TILE;
    }

    /** A row of windows as [groups of COUNT filters, windows, COUNT, COUNT filters]. */
    private void transpose(float[] block, int at, float[] target) {
        for (int group = 0; group < filters.groups(); group++) {
            for (int x = 0; x < shape.outWidth(); x++) {
                int from = at + x * shape.filterStride() * COUNT;
                filters.copy(group, block, from, target, (group * shape.outWidth() + x) * SQUARE);
            }
        }
    }

    private void unpool(int r) {
        for (int window = 0; window < filters.groups() * shape.outWidth(); window++) {
            for (int c = 0; c < shape.pool(); c++) {
                int to = (window * shape.pool() + c) * SQUARE;
                Windows.expand(gradients, corners, window * SQUARE, SQUARE, r * shape.pool() + c, row, to);
            }
        }
    }

    private void multiplyAdd(int y) {
        int depth = shape.convolvedWidth() * COUNT;
        int inputRow = shape.width() * TILE;
        for (int filterGroup = 0; filterGroup < filters.groups(); filterGroup++) {
            int panel = filterGroup * depth * COUNT;
            for (int ky = 0; ky < shape.kernelHeight(); ky++) {
                for (int group = 0; group < channels.groups(); group++) {
                    int from = ((y + ky) * channels.groups() + group) * inputRow;
                    for (int kx = 0; kx < shape.kernelWidth(); kx++) {
                        int to = sumAt(filterGroup, ky, group, kx);
                        Tile.multiplyAdd(row, panel, inputs, from + kx * TILE, depth, sums, to);
                    }
                }
            }
        }
    }
}
