package numeral.kernel;

import static numeral.kernel.Lanes.SPECIES;
import static numeral.kernel.Lanes.VECTOR;

import java.util.stream.IntStream;
import jdk.incubator.vector.FloatVector;

/** A small matrix M applied to both sides of a square of values, {@code M X Mᵀ}, where each value is a run of floats. For one thread. */
final class Transform {
    private static final int MOST_TERMS = 5;

    private final float[][] matrix;
    /** For each row the columns that are not zero. */
    private final int[][] terms;
    /** What stands there, row by row. */
    private final float[][] factors;
    /** Where the runs begin that are combined. */
    private final int[] from = new int[MOST_TERMS];

    /** Of a matrix with one to five numbers other than zero in each row. */
    Transform(float[][] matrix) {
        this.matrix = matrix;
        this.terms = new int[matrix.length][];
        this.factors = new float[matrix.length][MOST_TERMS];
        for (int row = 0; row < matrix.length; row++) {
            float[] values = matrix[row];
            terms[row] = IntStream.range(0, values.length)
                    .filter(column -> values[column] != 0)
                    .toArray();
            for (int term = 0; term < terms[row].length; term++) {
                factors[row][term] = values[terms[row][term]];
            }
        }
    }

    /** Side of the squares that come out. */
    int rows() {
        return matrix.length;
    }

    /** Side of the squares that go in. */
    int columns() {
        return matrix[0].length;
    }

    Transform transposed() {
        float[][] transposed = new float[columns()][rows()];
        for (int row = 0; row < rows(); row++) {
            for (int column = 0; column < columns(); column++) {
                transposed[column][row] = matrix[row][column];
            }
        }
        return new Transform(transposed);
    }

    /**
     * Transforms one square.
     *
     * @param in [columns, columns, length] from {@code at} on, its rows {@code rowStep} apart
     * @param half scratch for [rows, columns, length]
     * @param out filled with [rows, rows, length]
     */
    void apply(float[] in, int at, int rowStep, int length, float[] half, float[] out) {
        int row = columns() * length;
        for (int y = 0; y < rows(); y++) {
            combine(y, in, at, rowStep, row, half, y * row);
        }
        for (int y = 0; y < rows(); y++) {
            for (int x = 0; x < rows(); x++) {
                combine(x, half, y * row, length, length, out, (y * rows() + x) * length);
            }
        }
    }

    /** A row of the matrix times runs that begin {@code step} apart. */
    private void combine(int row, float[] in, int at, int step, int length, float[] out, int to) {
        for (int term = 0; term < terms[row].length; term++) {
            from[term] = at + terms[row][term] * step;
        }
        switch (terms[row].length) {
            case 1 -> one(in, from, factors[row], length, out, to);
            case 2 -> two(in, from, factors[row], length, out, to);
            case 3 -> three(in, from, factors[row], length, out, to);
            case 4 -> four(in, from, factors[row], length, out, to);
            default -> five(in, from, factors[row], length, out, to);
        }
    }

    private static void one(float[] in, int[] from, float[] factors, int length, float[] out, int to) {
        int a = from[0];
        FloatVector aFactor = FloatVector.broadcast(SPECIES, factors[0]);
        for (int i = 0; i < length; i += VECTOR) {
            FloatVector.fromArray(SPECIES, in, a + i).mul(aFactor).intoArray(out, to + i);
        }
    }

    private static void two(float[] in, int[] from, float[] factors, int length, float[] out, int to) {
        int a = from[0];
        int b = from[1];
        FloatVector aFactor = FloatVector.broadcast(SPECIES, factors[0]);
        FloatVector bFactor = FloatVector.broadcast(SPECIES, factors[1]);
        for (int i = 0; i < length; i += VECTOR) {
            FloatVector.fromArray(SPECIES, in, b + i)
                    .fma(bFactor, FloatVector.fromArray(SPECIES, in, a + i).mul(aFactor))
                    .intoArray(out, to + i);
        }
    }

    private static void three(float[] in, int[] from, float[] factors, int length, float[] out, int to) {
        int a = from[0];
        int b = from[1];
        int c = from[2];
        FloatVector aFactor = FloatVector.broadcast(SPECIES, factors[0]);
        FloatVector bFactor = FloatVector.broadcast(SPECIES, factors[1]);
        FloatVector cFactor = FloatVector.broadcast(SPECIES, factors[2]);
        for (int i = 0; i < length; i += VECTOR) {
            FloatVector sum = FloatVector.fromArray(SPECIES, in, a + i).mul(aFactor);
            sum = FloatVector.fromArray(SPECIES, in, b + i).fma(bFactor, sum);
            sum = FloatVector.fromArray(SPECIES, in, c + i).fma(cFactor, sum);
            sum.intoArray(out, to + i);
        }
    }

    private static void four(float[] in, int[] from, float[] factors, int length, float[] out, int to) {
        int a = from[0];
        int b = from[1];
        int c = from[2];
        int d = from[3];
        FloatVector aFactor = FloatVector.broadcast(SPECIES, factors[0]);
        FloatVector bFactor = FloatVector.broadcast(SPECIES, factors[1]);
        FloatVector cFactor = FloatVector.broadcast(SPECIES, factors[2]);
        FloatVector dFactor = FloatVector.broadcast(SPECIES, factors[3]);
        for (int i = 0; i < length; i += VECTOR) {
            FloatVector sum = FloatVector.fromArray(SPECIES, in, a + i).mul(aFactor);
            sum = FloatVector.fromArray(SPECIES, in, b + i).fma(bFactor, sum);
            sum = FloatVector.fromArray(SPECIES, in, c + i).fma(cFactor, sum);
            sum = FloatVector.fromArray(SPECIES, in, d + i).fma(dFactor, sum);
            sum.intoArray(out, to + i);
        }
    }

    private static void five(float[] in, int[] from, float[] factors, int length, float[] out, int to) {
        int a = from[0];
        int b = from[1];
        int c = from[2];
        int d = from[3];
        int e = from[4];
        FloatVector aFactor = FloatVector.broadcast(SPECIES, factors[0]);
        FloatVector bFactor = FloatVector.broadcast(SPECIES, factors[1]);
        FloatVector cFactor = FloatVector.broadcast(SPECIES, factors[2]);
        FloatVector dFactor = FloatVector.broadcast(SPECIES, factors[3]);
        FloatVector eFactor = FloatVector.broadcast(SPECIES, factors[4]);
        for (int i = 0; i < length; i += VECTOR) {
            FloatVector sum = FloatVector.fromArray(SPECIES, in, a + i).mul(aFactor);
            sum = FloatVector.fromArray(SPECIES, in, b + i).fma(bFactor, sum);
            sum = FloatVector.fromArray(SPECIES, in, c + i).fma(cFactor, sum);
            sum = FloatVector.fromArray(SPECIES, in, d + i).fma(dFactor, sum);
            sum = FloatVector.fromArray(SPECIES, in, e + i).fma(eFactor, sum);
            sum.intoArray(out, to + i);
        }
    }
}
