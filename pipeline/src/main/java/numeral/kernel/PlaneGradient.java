package numeral.kernel;

import static numeral.kernel.Lanes.COUNT;
import static numeral.kernel.Lanes.SPECIES;
import static numeral.kernel.Lanes.VECTOR;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** The gradient of filters over a single channel: sums of products of two planes, taken lane by lane, for four filters and two values under them at a time. */
final class PlaneGradient implements FilterGradient {
    private static final int TILE = 8 * VECTOR;

    private final ConvolutionShape shape;
    /** Pairs of values under a filter; of an odd number the last one stands twice. */
    private final int pairs;

    private final int[] offsets;
    private final float[] sums;
    private final float[] row;
    private float[] plane;

    PlaneGradient(ConvolutionShape shape) {
        this.shape = shape;
        int taps = shape.depth();
        this.pairs = (taps + 1) / 2;
        this.offsets = new int[2 * pairs];
        for (int i = 0; i < offsets.length; i++) {
            int tap = Math.min(i, taps - 1);
            offsets[i] = (tap / shape.kernelWidth() * shape.width() + tap % shape.kernelWidth()) * COUNT;
        }
        this.sums = new float[shape.filterStride() / 4 * pairs * TILE];
        this.row = new float[shape.convolvedWidth() * 4 * COUNT];
    }

    @Override
    public void clear() {
        Arrays.fill(sums, 0);
    }

    @Override
    public void inputs(float[] in) {
        plane = in;
    }

    @Override
    public void add(float[] gradient, float[] winners, int at, int y) {
        for (int r = 0; r < shape.pool(); r++) {
            int from = (y * shape.pool() + r) * shape.width() * COUNT;
            for (int group = 0; group < shape.filterStride() / 4; group++) {
                unpool(gradient, winners, at + group * 4 * COUNT, r);
                for (int pair = 0; pair < pairs; pair++) {
                    multiplyAdd(from + offsets[2 * pair], from + offsets[2 * pair + 1], (group * pairs + pair) * TILE);
                }
            }
        }
    }

    @Override
    public float sum(int filter, int channel, int ky, int kx) {
        int tap = ky * shape.kernelWidth() + kx;
        int from = (filter / 4 * pairs + tap / 2) * TILE + (filter % 4 * 2 + tap % 2) * VECTOR;
        return FloatVector.fromArray(SPECIES, sums, from).reduceLanes(VectorOperators.ADD);
    }

    /** Four filters of a row before pooling, [columns, 4, COUNT]. */
    private void unpool(float[] gradient, float[] winners, int at, int r) {
        int size = 4 * COUNT;
        for (int x = 0; x < shape.convolvedWidth(); x++) {
            int from = at + x / shape.pool() * shape.filterStride() * COUNT;
            int corner = r * shape.pool() + x % shape.pool();
            Windows.expand(gradient, winners, from, size, corner, row, x * size);
        }
    }

    private void multiplyAdd(int first, int second, int at) {
        FloatVector a0 = FloatVector.fromArray(SPECIES, sums, at);
        FloatVector a1 = FloatVector.fromArray(SPECIES, sums, at + VECTOR);
        FloatVector b0 = FloatVector.fromArray(SPECIES, sums, at + 2 * VECTOR);
        FloatVector b1 = FloatVector.fromArray(SPECIES, sums, at + 3 * VECTOR);
        FloatVector c0 = FloatVector.fromArray(SPECIES, sums, at + 4 * VECTOR);
        FloatVector c1 = FloatVector.fromArray(SPECIES, sums, at + 5 * VECTOR);
        FloatVector d0 = FloatVector.fromArray(SPECIES, sums, at + 6 * VECTOR);
        FloatVector d1 = FloatVector.fromArray(SPECIES, sums, at + 7 * VECTOR);
        float[] values = plane;
        float[] factors = row;
        int columns = shape.convolvedWidth();
        for (int x = 0; x < columns; x++) {
            int left = first + x * COUNT;
            int right = second + x * COUNT;
            int f = x * 4 * COUNT;
            FloatVector l = FloatVector.fromArray(SPECIES, values, left);
            FloatVector r = FloatVector.fromArray(SPECIES, values, right);
            FloatVector factor = FloatVector.fromArray(SPECIES, factors, f);
            a0 = l.fma(factor, a0);
            a1 = r.fma(factor, a1);
            factor = FloatVector.fromArray(SPECIES, factors, f + COUNT);
            b0 = l.fma(factor, b0);
            b1 = r.fma(factor, b1);
            factor = FloatVector.fromArray(SPECIES, factors, f + 2 * COUNT);
            c0 = l.fma(factor, c0);
            c1 = r.fma(factor, c1);
            factor = FloatVector.fromArray(SPECIES, factors, f + 3 * COUNT);
            d0 = l.fma(factor, d0);
            d1 = r.fma(factor, d1);
            l = FloatVector.fromArray(SPECIES, values, left + VECTOR);
            r = FloatVector.fromArray(SPECIES, values, right + VECTOR);
            factor = FloatVector.fromArray(SPECIES, factors, f + VECTOR);
            a0 = l.fma(factor, a0);
            a1 = r.fma(factor, a1);
            factor = FloatVector.fromArray(SPECIES, factors, f + COUNT + VECTOR);
            b0 = l.fma(factor, b0);
            b1 = r.fma(factor, b1);
            factor = FloatVector.fromArray(SPECIES, factors, f + 2 * COUNT + VECTOR);
            c0 = l.fma(factor, c0);
            c1 = r.fma(factor, c1);
            factor = FloatVector.fromArray(SPECIES, factors, f + 3 * COUNT + VECTOR);
            d0 = l.fma(factor, d0);
            d1 = r.fma(factor, d1);
        }
        a0.intoArray(sums, at);
        a1.intoArray(sums, at + VECTOR);
        b0.intoArray(sums, at + 2 * VECTOR);
        b1.intoArray(sums, at + 3 * VECTOR);
        c0.intoArray(sums, at + 4 * VECTOR);
        c1.intoArray(sums, at + 5 * VECTOR);
        d0.intoArray(sums, at + 6 * VECTOR);
        d1.intoArray(sums, at + 7 * VECTOR);
    }
}
