package numeral.form.decide;

import java.util.List;

/**
 * How probable it is that a sum holds, over all that its fields may say: column by column from the last one, with a distribution over what is carried. Each
 * field is a list of its digits, the highest first, each the probabilities of 0 to 9; a field without digits counts as 0.
 */
final class SumLikelihood {
    private static final int BASE = 10;
    private static final double[] NOUGHT = {1, 0, 0, 0, 0, 0, 0, 0, 0, 0};

    private SumLikelihood() {}

    static double holds(List<List<double[]>> addends, List<double[]> total) {
        int columns = total.size();
        for (List<double[]> addend : addends) {
            columns = Math.max(columns, addend.size());
        }
        double[] carried = {1};
        for (int column = 0; column < columns; column++) {
            double[] sums = carried;
            for (List<double[]> addend : addends) {
                sums = plus(sums, digit(addend, column));
            }
            double[] written = digit(total, column);
            carried = new double[(sums.length - 1) / BASE + 1];
            for (int sum = 0; sum < sums.length; sum++) {
                carried[sum / BASE] += sums[sum] * written[sum % BASE];
            }
        }
        return carried[0];
    }

    private static double[] digit(List<double[]> field, int column) {
        return column < field.size() ? field.get(field.size() - 1 - column) : NOUGHT;
    }

    /** The distribution of a sum plus one more digit. */
    private static double[] plus(double[] sums, double[] digit) {
        double[] result = new double[sums.length + BASE - 1];
        for (int sum = 0; sum < sums.length; sum++) {
            for (int d = 0; d < BASE; d++) {
                result[sum + d] += sums[sum] * digit[d];
            }
        }
        return result;
    }
}
