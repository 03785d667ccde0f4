package numeral.form.decide;

import java.util.List;
import numeral.form.Check;

/**
 * What a field's checks make of a string of digits: a pass raises belief by how rarely chance passes, a failure may correct one digit where one
 * valid string wins clearly.
 */
record CheckVerdict(FieldReading.Checks checks, String value, double confidence) {

    /**
     * @param digits as read
     * @param probabilities for each position those of the ten digits
     * @param belief probability that {@code digits} is right before any check
     */
    static CheckVerdict of(
            List<Check> checks, String digits, List<double[]> probabilities, double belief, double correctConfidence) {
        if (checks.isEmpty()) {
            return new CheckVerdict(FieldReading.Checks.NONE, digits, belief);
        }
        double chance = checks.stream().mapToDouble(Check::passRate).min().orElse(1);
        if (holds(checks, digits)) {
            double raised = belief / (belief + chance * (1 - belief));
            return new CheckVerdict(FieldReading.Checks.PASSED, digits, raised);
        }
        if (chance < 1) {
            CheckVerdict corrected = corrected(checks, digits, probabilities, belief, chance);
            if (corrected.confidence >= correctConfidence) {
                return corrected;
            }
        }
        return new CheckVerdict(FieldReading.Checks.FAILED, digits, 0);
    }

    /** The most probable valid string with one other digit, and its share of everything that could be valid. */
    private static CheckVerdict corrected(
            List<Check> checks, String digits, List<double[]> probabilities, double belief, double chance) {
        String winner = digits;
        double best = 0;
        double valid = 0;
        double invalid = belief;
        for (Misreading other : Misreading.of(digits, probabilities, belief)) {
            if (holds(checks, other.digits())) {
                valid += other.probability();
                if (other.probability() > best) {
                    best = other.probability();
                    winner = other.digits();
                }
            } else {
                invalid += other.probability();
            }
        }
        // What is neither as read nor one digit away passes by chance.
        double rest = chance * Math.max(0, 1 - valid - invalid);
        double share = valid + rest == 0 ? 0 : best / (valid + rest);
        return new CheckVerdict(FieldReading.Checks.CORRECTED, winner, share);
    }

    /** Whether the digits satisfy all checks. */
    static boolean holds(List<Check> checks, String digits) {
        return checks.stream().allMatch(check -> check.holds(digits));
    }
}
