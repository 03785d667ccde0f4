package numeral.form.decide;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import numeral.form.FieldSum;
import numeral.form.Form;

/**
 * How probable the values of a sum's fields are, given that the sum ought to hold: of all that the digits may say, what makes it hold counts, and what does
 * not counts as a writer's slip.
 */
final class SumPosterior {
    /** Share of the writers who add up wrongly. */
    private static final double MISTAKEN = 0.01;
    /** Share of them who come to one certain total: most forget a carry, or are one out, in one of some ten digits. */
    private static final double SAME_MISTAKE = 0.1;

    private final Form form;
    private final FieldSum sum;
    private final Map<String, FieldReading> readings;
    /** Of the ten digits, for each digit of each field. */
    private final Map<String, List<double[]>> probabilities = new HashMap<>();
    /** Probability of everything that explains what is read. */
    private final double all;

    /**
     * @param readings of the filled members, all with a value and digits side by side
     * @param probabilities of the ten digits, for each digit of each of them, as the classifier has them
     */
    SumPosterior(
            Form form, FieldSum sum, Map<String, FieldReading> readings, Map<String, List<double[]>> probabilities) {
        this.form = form;
        this.sum = sum;
        this.readings = readings;
        readings.forEach((name, reading) -> this.probabilities.put(
                name, Belief.spread(probabilities.get(name), reading.value(), reading.confidence())));
        double holds = holds(this.probabilities);
        this.all = holds + MISTAKEN * SAME_MISTAKE * (1 - holds);
    }

    /**
     * A field with another value.
     *
     * @param confidence probability of the value, 0 to 1
     */
    record Correction(String field, String value, double confidence) {}

    /**
     * The most probable one by which the sum holds with the other fields as they were read; its confidence is 0 where there is none.
     *
     * @param missing what the total is more than its addends come to, as read
     */
    Correction best(BigInteger missing) {
        Correction best = new Correction("", "", 0);
        for (Map.Entry<String, FieldReading> member : readings.entrySet()) {
            String name = member.getKey();
            String read = member.getValue().value();
            BigInteger wanted = new BigInteger(read).add(name.equals(sum.total()) ? missing.negate() : missing);
            String digits =
                    "0".repeat(Math.max(0, read.length() - wanted.toString().length())) + wanted;
            if (wanted.signum() >= 0
                    && digits.length() == read.length()
                    && CheckVerdict.holds(form.field(name).checks(), digits)) {
                double confidence = confidence(name, digits);
                best = confidence > best.confidence ? new Correction(name, digits, confidence) : best;
            }
        }
        return best;
    }

    /** Probability, 0 to 1, that a field is right as it was read and that the sum holds with it. */
    double right(String field) {
        return confidence(field, readings.get(field).value());
    }

    private double confidence(String field, String value) {
        List<double[]> only = new ArrayList<>();
        for (int i = 0; i < value.length(); i++) {
            int digit = value.charAt(i) - '0';
            double[] clamped = new double[DigitLattice.DIGITS];
            clamped[digit] = probabilities.get(field).get(i)[digit];
            only.add(clamped);
        }
        Map<String, List<double[]>> with = new HashMap<>(probabilities);
        with.put(field, only);
        return holds(with) / all;
    }

    private double holds(Map<String, List<double[]>> digits) {
        List<List<double[]>> addends = sum.addends().stream()
                .map(addend -> digits.getOrDefault(addend, List.of()))
                .toList();
        return SumLikelihood.holds(addends, digits.get(sum.total()));
    }
}
