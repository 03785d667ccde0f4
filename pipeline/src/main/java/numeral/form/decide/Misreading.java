package numeral.form.decide;

import java.util.ArrayList;
import java.util.List;

/**
 * What was written, had one digit of it been misread.
 *
 * @param digits the one digit put right
 * @param probability of these digits
 */
record Misreading(String digits, double probability) {

    /**
     * All that differ from what was read in one digit and are at least so probable, position by position.
     *
     * @param read digits as read
     * @param probabilities for each position those of the ten digits
     * @param belief probability of {@code read}
     * @param least probability of a misreading that is worth a look
     */
    static List<Misreading> of(String read, List<double[]> probabilities, double belief, double least) {
        List<Misreading> all = new ArrayList<>();
        for (int i = 0; i < read.length(); i++) {
            double[] at = probabilities.get(i);
            int seen = read.charAt(i) - '0';
            for (int d = 0; d < DigitLattice.DIGITS; d++) {
                double probability = belief * at[d] / at[seen];
                if (d != seen && probability >= least) {
                    all.add(new Misreading(read.substring(0, i) + d + read.substring(i + 1), probability));
                }
            }
        }
        return all;
    }
}
