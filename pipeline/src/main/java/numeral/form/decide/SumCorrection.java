package numeral.form.decide;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import numeral.form.FieldSum;
import numeral.form.Form;

/**
 * The digit that was most probably misread where a sum does not hold: the one whose change makes it hold.
 *
 * @param field name of the field
 * @param value of the field after the change
 * @param confidence share of all that explains the sum, 0 to 1: other digits, more than one misread, a writer who added up wrongly
 */
record SumCorrection(String field, String value, double confidence) {
    /** Share of the writers who add up wrongly. */
    private static final double MISTAKEN = 0.01;

    /**
     * @param missing what the total is more than its addends come to
     * @param readings of the filled members, all with a value and digits side by side
     * @param probabilities of the ten digits, for each digit of each of them
     * @param chance share of misread sums that hold by chance
     */
    static SumCorrection of(
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
        SumCorrection best = new SumCorrection("", "", 0);
        double holding = 0;
        double oneOff = 0;
        for (Map.Entry<String, FieldReading> member : readings.entrySet()) {
            String name = member.getKey();
            String read = member.getValue().value();
            BigInteger wanted = new BigInteger(read).add(name.equals(sum.total()) ? missing.negate() : missing);
            for (Misreading other : Misreading.of(read, probabilities.get(name), asRead)) {
                oneOff += other.probability();
                if (new BigInteger(other.digits()).equals(wanted)
                        && CheckVerdict.holds(form.field(name).checks(), other.digits())) {
                    holding += other.probability();
                    if (other.probability() > best.confidence) {
                        best = new SumCorrection(name, other.digits(), other.probability());
                    }
                }
            }
        }
        double all = holding + chance * Math.max(0, 1 - asRead - oneOff) + MISTAKEN * asRead;
        return new SumCorrection(best.field, best.value, all == 0 ? 0 : best.confidence / all);
    }
}
