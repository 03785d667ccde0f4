package numeral.kernel;

import static numeral.kernel.Lanes.COUNT;
import static numeral.kernel.Lanes.SPECIES;
import static numeral.kernel.Lanes.VECTOR;

import jdk.incubator.vector.FloatVector;

/** The inner loop of everything: four rows of a matrix product, which stay in registers while its depth goes by. */
final class Tile {
    private Tile() {}

    /**
     * {@code sums[row][lane] += total over d of factors[d][row] * panel[d][lane]}, for 4 rows and {@link Lanes#COUNT} lanes.
     *
     * @param panel [depth, COUNT] from {@code panelAt} on
     * @param factors [depth, 4] from {@code factorsAt} on
     * @param sums [4, COUNT] from {@code sumsAt} on
     */
    static void multiplyAdd(
            float[] panel, int panelAt, float[] factors, int factorsAt, int depth, float[] sums, int sumsAt) {
        FloatVector a0 = FloatVector.fromArray(SPECIES, sums, sumsAt);
        FloatVector a1 = FloatVector.fromArray(SPECIES, sums, sumsAt + VECTOR);
        FloatVector b0 = FloatVector.fromArray(SPECIES, sums, sumsAt + 2 * VECTOR);
        FloatVector b1 = FloatVector.fromArray(SPECIES, sums, sumsAt + 3 * VECTOR);
        FloatVector c0 = FloatVector.fromArray(SPECIES, sums, sumsAt + 4 * VECTOR);
        FloatVector c1 = FloatVector.fromArray(SPECIES, sums, sumsAt + 5 * VECTOR);
        FloatVector d0 = FloatVector.fromArray(SPECIES, sums, sumsAt + 6 * VECTOR);
        FloatVector d1 = FloatVector.fromArray(SPECIES, sums, sumsAt + 7 * VECTOR);
        for (int d = 0; d < depth; d++) {
            int p = panelAt + d * COUNT;
            int f = factorsAt + d * 4;
            FloatVector left = FloatVector.fromArray(SPECIES, panel, p);
            FloatVector right = FloatVector.fromArray(SPECIES, panel, p + VECTOR);
            FloatVector factor = FloatVector.broadcast(SPECIES, factors[f]);
            a0 = left.fma(factor, a0);
            a1 = right.fma(factor, a1);
            factor = FloatVector.broadcast(SPECIES, factors[f + 1]);
            b0 = left.fma(factor, b0);
            b1 = right.fma(factor, b1);
            factor = FloatVector.broadcast(SPECIES, factors[f + 2]);
            c0 = left.fma(factor, c0);
            c1 = right.fma(factor, c1);
            factor = FloatVector.broadcast(SPECIES, factors[f + 3]);
            d0 = left.fma(factor, d0);
            d1 = right.fma(factor, d1);
        }
        a0.intoArray(sums, sumsAt);
        a1.intoArray(sums, sumsAt + VECTOR);
        b0.intoArray(sums, sumsAt + 2 * VECTOR);
        b1.intoArray(sums, sumsAt + 3 * VECTOR);
        c0.intoArray(sums, sumsAt + 4 * VECTOR);
        c1.intoArray(sums, sumsAt + 5 * VECTOR);
        d0.intoArray(sums, sumsAt + 6 * VECTOR);
        d1.intoArray(sums, sumsAt + 7 * VECTOR);
    }
}
