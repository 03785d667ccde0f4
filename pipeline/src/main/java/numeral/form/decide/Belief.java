package numeral.form.decide;

import java.util.ArrayList;
import java.util.List;

/** What is known of a field as a whole, told of its digits. */
final class Belief {
    private static final double ALMOST_NEVER = 1e-12;

    private Belief() {}

    /**
     * The digits' probabilities, those of the value raised to a power with which their product is what is believed of it: what else is known of the field, its
     * checks and how near it comes to printed lines, falls most on the digits that are in doubt most.
     *
     * @param probabilities of the ten digits, for each digit
     * @param value as it was read
     * @param belief probability that all of it is right, 0 to 1
     */
    static List<double[]> spread(List<double[]> probabilities, String value, double belief) {
        double product = 1;
        for (int i = 0; i < value.length(); i++) {
            product *= probabilities.get(i)[value.charAt(i) - '0'];
        }
        double power = Math.log(within(belief)) / Math.log(within(product));
        List<double[]> spread = new ArrayList<>();
        for (int i = 0; i < value.length(); i++) {
            int read = value.charAt(i) - '0';
            double before = within(probabilities.get(i)[read]);
            double after = Math.pow(before, power);
            double[] digit = probabilities.get(i).clone();
            for (int d = 0; d < digit.length; d++) {
                digit[d] = d == read ? after : digit[d] * (1 - after) / (1 - before);
            }
            spread.add(digit);
        }
        return spread;
    }

    private static double within(double probability) {
        return Math.max(ALMOST_NEVER, Math.min(1 - ALMOST_NEVER, probability));
    }
}
