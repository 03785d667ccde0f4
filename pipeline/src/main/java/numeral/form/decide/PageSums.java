package numeral.form.decide;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import numeral.form.FieldState;
import numeral.form.FieldSum;
import numeral.form.Form;

/** Holds the fields of a page against the sums that the form promises. */
final class PageSums {
    private final Form form;
    private final DecisionSettings settings;

    PageSums(Form form, DecisionSettings settings) {
        this.form = form;
        this.settings = settings;
    }

    /**
     * Decides anew on the fields of those sums that say something; a sum with a member that is not there says nothing.
     *
     * @param readings by field, changed in place
     * @param scored what was read
     * @return the fields that a sum said something of
     */
    Set<String> apply(Map<String, FieldReading> readings, Map<String, ScoredField> scored) {
        Set<String> summed = new HashSet<>();
        for (FieldSum sum : form.sums()) {
            if (readings.keySet().containsAll(sum.members()) && apply(sum, readings, scored)) {
                summed.addAll(sum.members());
            }
        }
        return summed;
    }

    /** False where the sum says nothing. */
    private boolean apply(FieldSum sum, Map<String, FieldReading> readings, Map<String, ScoredField> scored) {
        List<String> filled = sum.members().stream()
                .filter(name -> readings.get(name).decision() != FieldReading.Decision.BLANK)
                .toList();
        // without a total nothing was added up, and what was taken back left nothing to add
        boolean open = readings.get(sum.total()).state() == FieldState.BLANK
                || sum.members().stream().anyMatch(name -> readings.get(name).state() == FieldState.CROSSED_OUT);
        if (open || filled.stream().anyMatch(name -> readings.get(name).value().isEmpty())) {
            return false;
        }
        BigInteger missing = value(readings.get(sum.total()));
        for (String addend : sum.addends()) {
            missing = missing.subtract(value(readings.get(addend)));
        }
        boolean holds = missing.signum() == 0;
        // a field that is not to be believed anyway says nothing against the others, nor for them where it fails its
        // check
        if (filled.stream()
                .map(readings::get)
                .anyMatch(field -> field.checks() == FieldReading.Checks.FAILED
                        || !holds && !field.gates().isEmpty())) {
            return false;
        }
        settle(sum, missing, filled, readings, scored);
        return true;
    }

    /** Puts a misread field right where it is clear which one and what it says, and refuses what a sum that does not hold leaves in doubt. */
    private void settle(
            FieldSum sum,
            BigInteger missing,
            List<String> filled,
            Map<String, FieldReading> readings,
            Map<String, ScoredField> scored) {
        Map<String, FieldReading> members = new LinkedHashMap<>();
        Map<String, List<double[]>> probabilities = new HashMap<>();
        for (String name : filled) {
            members.put(name, readings.get(name));
            probabilities.put(name, probabilities(scored.get(name), readings.get(name)));
        }
        SumPosterior posterior = new SumPosterior(form, sum, members, probabilities);
        double threshold = settings.acceptConfidence();
        double correctConfidence = settings.correctConfidence();
        if (missing.signum() == 0) {
            members.forEach((name, reading) -> readings.put(name, reading.believed(posterior.right(name), threshold)));
            return;
        }
        SumPosterior.Correction correction = posterior.best(missing);
        members.forEach((name, reading) -> {
            double right = posterior.right(name);
            if (right >= correctConfidence) {
                readings.put(name, reading.believed(right, threshold));
            } else if (name.equals(correction.field()) && correction.confidence() >= correctConfidence) {
                readings.put(name, reading.corrected(correction.value(), correction.confidence(), threshold));
            } else {
                readings.put(name, reading.gated("the sum " + sum + " does not hold", threshold));
            }
        });
    }

    /** Those of the ten digits, for each digit of a reading. */
    private List<double[]> probabilities(ScoredField field, FieldReading reading) {
        return reading.chosen().stream()
                .map(i -> DigitLattice.probabilities(field.crops().get(i), settings.temperature()))
                .toList();
    }

    private static BigInteger value(FieldReading reading) {
        return reading.value().isEmpty() ? BigInteger.ZERO : new BigInteger(reading.value());
    }
}
