package numeral.form.decide;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import numeral.form.FieldSum;
import numeral.form.Form;

/**
 * What is behind a sum that does not hold: a misread digit, more than one of them, or a writer who added up wrongly.
 *
 * @param field name of the field that has the one digit whose change most probably makes it hold
 * @param value of that field after the change
 * @param confidence share of this change in all that explains the sum, 0 to 1
 * @param rightAsRead for each field the share of those explanations that leave it as read, the writer's mistake aside
 */
record BrokenSum(String field, String value, double confidence, Map<String, Double> rightAsRead) {
    /** Share of the writers who add up wrongly. */
    private static final double MISTAKEN = 0.01;

    /**
     * @param missing what the total is more than its addends come to
     * @param readings of the filled members, all with a value and digits side by side
     * @param probabilities of the ten digits, for each digit of each of them
     * @param chance share of misread sums that hold by chance
     */
    static BrokenSum of(
            Form form,
            FieldSum sum,
            BigInteger missing,
            Map<String, FieldReading> readings,
            Map<String, List<double[]>> probabilities,
            double chance) {
        double asRead = 1;
        for (FieldReading reading : readings.values()) {
            asRead *= reading.confidence();
        }
        double oneOff = 0;
        double holding = 0;
        String field = "";
        Misreading best = new Misreading("", 0);
        Map<String, Double> holdingBy = new TreeMap<>();
        for (Map.Entry<String, FieldReading> member : readings.entrySet()) {
            String name = member.getKey();
            String read = member.getValue().value();
            BigInteger wanted = new BigInteger(read).add(name.equals(sum.total()) ? missing.negate() : missing);
            List<Misreading> others = Misreading.of(read, probabilities.get(name), asRead);
            List<Misreading> fitting = others.stream()
                    .filter(other -> new BigInteger(other.digits()).equals(wanted)
                            && CheckVerdict.holds(form.field(name).checks(), other.digits()))
                    .toList();
            for (Misreading other : fitting) {
                if (other.probability() > best.probability()) {
                    best = other;
                    field = name;
                }
            }
            oneOff += total(others);
            holding += total(fitting);
            holdingBy.put(name, total(fitting));
        }
        double all = holding + chance * Math.max(0, 1 - asRead - oneOff) + MISTAKEN * asRead;
        if (all == 0) {
            return new BrokenSum("", "", 0, Map.of());
        }
        double byOneDigit = holding;
        holdingBy.replaceAll((name, ofField) -> (byOneDigit - ofField) / all);
        return new BrokenSum(field, best.digits(), best.probability() / all, holdingBy);
    }

    /** How probable it is, 0 to 1, that a field is right as it was read. */
    double right(String name) {
        return rightAsRead.getOrDefault(name, 0.0);
    }

    private static double total(List<Misreading> misreadings) {
        return misreadings.stream().mapToDouble(Misreading::probability).sum();
    }
}
