package numeral.form.decide;

import java.util.List;
import numeral.form.Check;

/**
 * What a field's checks make of a string of digits: of all that may have been written, what the checks forbid falls away. A pass raises belief by
 * that, a failure may correct one digit where one valid string wins clearly.
 */
record CheckVerdict(FieldReading.Checks checks, String value, double confidence) {
    /** Strings that are less probable than this are not held against the checks, and count with those that pass by chance. */
    private static final double NEGLIGIBLE = 1e-6;

    /**
     * @param checks one at least
     * @param digits as read
     * @param probabilities for each position those of the ten digits
     * @param belief probability that {@code digits} is right before any check
     */
    static CheckVerdict of(
            List<Check> checks, String digits, List<double[]> probabilities, double belief, double correctConfidence) {
        double chance = checks.stream().mapToDouble(Check::passRate).min().orElseThrow();
        String winner = digits;
        double best = 0;
        double valid = 0;
        double invalid = 0;
        for (Misreading other : Misreading.of(digits, probabilities, belief, NEGLIGIBLE)) {
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
        // what is neither as read nor one digit away, or hardly so, passes by chance
        double others = valid + chance * Math.max(0, 1 - belief - valid - invalid);
        if (holds(checks, digits)) {
            return new CheckVerdict(FieldReading.Checks.PASSED, digits, share(belief, others));
        }
        double corrected = share(best, others - best);
        return corrected >= correctConfidence
                ? new CheckVerdict(FieldReading.Checks.CORRECTED, winner, corrected)
                : new CheckVerdict(FieldReading.Checks.FAILED, digits, 0);
    }

    private static double share(double one, double others) {
        return one == 0 ? 0 : one / (one + others);
    }

    /** Whether the digits satisfy all checks. */
    static boolean holds(List<Check> checks, String digits) {
        return checks.stream().allMatch(check -> check.holds(digits));
    }
}
