package numeral.form.decide;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import numeral.form.FieldSum;
import numeral.form.Form;

/**
 * What is behind a sum that does not hold as read: misread digits, as far as others make it hold; fields that are not what they seem, of which some make it
 * hold by chance; or a writer who added up wrongly.
 */
final class BrokenSum {
    /** Share of the writers who add up wrongly. */
    private static final double MISTAKEN = 0.01;

    private final Form form;
    private final FieldSum sum;
    private final Map<String, FieldReading> readings;
    private final Map<String, List<double[]>> probabilities;
    /** Probability that all fields are digits that were cut and placed as they should. */
    private final double sound;
    /** Probability of everything that explains the sum. */
    private final double all;

    /**
     * @param readings of the filled members, all with a value and digits side by side
     * @param probabilities of the ten digits, for each digit of each of them
     * @param chance share of sums of fields that are not what they seem that hold by chance
     */
    BrokenSum(
            Form form,
            FieldSum sum,
            Map<String, FieldReading> readings,
            Map<String, List<double[]>> probabilities,
            double chance) {
        this.form = form;
        this.sum = sum;
        this.readings = readings;
        this.probabilities = probabilities;
        double asRead = 1;
        double digitsAlone = 1;
        for (Map.Entry<String, FieldReading> member : readings.entrySet()) {
            double confidence = member.getValue().confidence();
            double digits = probability(member.getKey(), member.getValue().value());
            asRead *= confidence;
            digitsAlone *= Math.min(1, confidence / digits);
        }
        this.sound = digitsAlone;
        this.all = sound * holds(probabilities) + chance * (1 - sound) + MISTAKEN * asRead;
    }

    /**
     * A field with another value.
     *
     * @param confidence share of all explanations that give the field this value and have the sum hold, 0 to 1
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

    /** Share of all explanations, 0 to 1, that leave a field as it was read and have the sum hold by what happened to others. */
    double right(String field) {
        return confidence(field, readings.get(field).value());
    }

    private double confidence(String field, String value) {
        List<double[]> only = new ArrayList<>();
        for (int i = 0; i < value.length(); i++) {
            double[] digit = new double[DigitLattice.DIGITS];
            digit[value.charAt(i) - '0'] = probabilities.get(field).get(i)[value.charAt(i) - '0'];
            only.add(digit);
        }
        Map<String, List<double[]>> clamped = new HashMap<>(probabilities);
        clamped.put(field, only);
        return all == 0 ? 0 : sound * holds(clamped) / all;
    }

    private double holds(Map<String, List<double[]>> digits) {
        List<List<double[]>> addends = sum.addends().stream()
                .map(addend -> digits.getOrDefault(addend, List.of()))
                .toList();
        return SumLikelihood.holds(addends, digits.get(sum.total()));
    }

    private double probability(String field, String value) {
        double product = 1;
        for (int i = 0; i < value.length(); i++) {
            product *= probabilities.get(field).get(i)[value.charAt(i) - '0'];
        }
        return product;
    }
}
