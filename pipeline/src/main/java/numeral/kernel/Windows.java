package numeral.kernel;

import static numeral.kernel.Lanes.COUNT;
import static numeral.kernel.Lanes.SPECIES;
import static numeral.kernel.Lanes.VECTOR;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** Pooling windows: what leaves one on the way forward, and what comes back into its corners. */
final class Windows {
    /** Number of a window's winner where nothing left it, because ReLU made it zero. */
    private static final float NONE = -1;

    private Windows() {}

    /**
     * The largest corner, scaled and shifted by filter, and ReLU where asked for.
     *
     * @param sums [corners, filters, COUNT] from {@code from} on
     * @param out [filters, COUNT] from {@code at} on
     */
    static void reduce(
            float[] sums, int from, int corners, float[] scale, float[] shift, boolean relu, float[] out, int at) {
        int size = scale.length * COUNT;
        for (int i = 0; i < size; i += VECTOR) {
            FloatVector top = FloatVector.fromArray(SPECIES, sums, from + i);
            for (int corner = 1; corner < corners; corner++) {
                top = top.max(FloatVector.fromArray(SPECIES, sums, from + corner * size + i));
            }
            int filter = i / COUNT;
            top = top.fma(FloatVector.broadcast(SPECIES, scale[filter]), FloatVector.broadcast(SPECIES, shift[filter]));
            if (relu) {
                top = top.max(0);
            }
            top.intoArray(out, at + i);
        }
    }

    /**
     * The largest corner, shifted by filter, and ReLU where asked for; remembers which corner it was, of equal ones the first.
     *
     * @param winners [filters, COUNT] from {@code at} on
     */
    static void reduce(
            float[] sums, int from, int corners, float[] shift, boolean relu, float[] out, float[] winners, int at) {
        int size = shift.length * COUNT;
        for (int i = 0; i < size; i += VECTOR) {
            FloatVector top = FloatVector.fromArray(SPECIES, sums, from + i);
            FloatVector winner = FloatVector.zero(SPECIES);
            for (int corner = 1; corner < corners; corner++) {
                FloatVector next = FloatVector.fromArray(SPECIES, sums, from + corner * size + i);
                VectorMask<Float> larger = next.compare(VectorOperators.GT, top);
                top = top.blend(next, larger);
                winner = winner.blend(FloatVector.broadcast(SPECIES, corner), larger);
            }
            top = top.add(FloatVector.broadcast(SPECIES, shift[i / COUNT]));
            if (relu) {
                top = top.max(0);
                winner = winner.blend(FloatVector.broadcast(SPECIES, NONE), top.compare(VectorOperators.LE, 0));
            }
            top.intoArray(out, at + i);
            winner.intoArray(winners, at + i);
        }
    }

    /** Gives a corner its share of the gradient: all where it is the winner, else nothing. */
    static void expand(
            float[] gradient, float[] winners, int from, int length, int corner, float[] target, int targetAt) {
        FloatVector nothing = FloatVector.zero(SPECIES);
        FloatVector number = FloatVector.broadcast(SPECIES, corner);
        for (int i = 0; i < length; i += VECTOR) {
            VectorMask<Float> won =
                    FloatVector.fromArray(SPECIES, winners, from + i).compare(VectorOperators.EQ, number);
            nothing.blend(FloatVector.fromArray(SPECIES, gradient, from + i), won)
                    .intoArray(target, targetAt + i);
        }
    }

    /** Adds the gradients of all windows but those that nothing left to {@code sums}. */
    static void total(float[] gradient, float[] winners, int from, float[] sums) {
        FloatVector nothing = FloatVector.zero(SPECIES);
        for (int i = 0; i < sums.length; i += VECTOR) {
            VectorMask<Float> won =
                    FloatVector.fromArray(SPECIES, winners, from + i).compare(VectorOperators.GE, 0);
            nothing.blend(FloatVector.fromArray(SPECIES, gradient, from + i), won)
                    .add(FloatVector.fromArray(SPECIES, sums, i))
                    .intoArray(sums, i);
        }
    }
}
