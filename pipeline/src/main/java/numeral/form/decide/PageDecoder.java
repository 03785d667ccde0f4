package numeral.form.decide;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import numeral.form.FieldState;
import numeral.form.FieldSum;
import numeral.form.Form;

/**
 * Reads the fields of a page, each by itself, then holds them against the sums that the form promises. What checks and sums have made certain shows how the
 * writer's digits look, and with that the rest is read once more.
 */
public final class PageDecoder {
    /** Of the rules by which readings come about. Raised with every change of what they come to: earlier scoring is not what these rules say, nor do its certificates count. */
    public static final int VERSION = 2;

    /** A field that is surer than this is not read again, and teaches what its writer's digits look like if its check digit or a sum made it so. */
    private static final double CERTAIN = 0.99;

    private final Form form;
    private final FieldDecoder decoder;
    private final double threshold;
    private final double correctConfidence;
    private final double temperature;

    /** For pages of a form. */
    public PageDecoder(Form form, DecisionSettings settings) {
        this.form = form;
        this.decoder = new FieldDecoder(settings);
        this.threshold = settings.acceptConfidence();
        this.correctConfidence = settings.correctConfidence();
        this.temperature = settings.temperature();
    }

    /** The readings in the order of the fields given; a field that is not among them takes no part in a sum. */
    public List<FieldReading> decode(List<ScoredField> fields) {
        List<ScoredCrop> glyphs = new ArrayList<>();
        for (ScoredField field : fields) {
            FieldReading alone = decoder.decode(form.field(field.name()), field);
            // letters are written into cells, too, but hardly ever into all of a row
            if (!alone.value().isEmpty()) {
                alone.chosen().forEach(i -> glyphs.add(field.crops().get(i)));
            }
        }
        WriterHabit habit = WriterHabit.of(glyphs, temperature);
        Map<String, ScoredField> settled = new LinkedHashMap<>();
        fields.forEach(field -> settled.put(field.name(), habit.applied(field)));
        Set<String> summed = new HashSet<>();
        Map<String, FieldReading> readings = read(settled, summed);

        KnownGlyphs known = new KnownGlyphs(temperature);
        for (ScoredField field : fields) {
            FieldReading reading = readings.get(field.name());
            if (isCertain(reading) && (summed.contains(field.name()) || hasCheckDigit(field.name()))) {
                known.add(field, reading);
            }
        }
        for (ScoredField field : fields) {
            if (!isCertain(readings.get(field.name()))) {
                settled.put(field.name(), known.applied(field, settled.get(field.name())));
            }
        }
        return List.copyOf(read(settled, summed).values());
    }

    private static boolean isCertain(FieldReading reading) {
        return reading.confidence() >= CERTAIN && reading.gates().isEmpty();
    }

    /** Whether a check tells the field's digits from what they may have been mistaken for; dates and ranges let most of it pass. */
    private boolean hasCheckDigit(String field) {
        return form.field(field).checks().stream().anyMatch(check -> check.passRate() < 1);
    }

    /**
     * Each field by itself, then the sums.
     *
     * @param summed takes the fields of which a sum has said how probable they are
     * @return readings in the order of the fields
     */
    private Map<String, FieldReading> read(Map<String, ScoredField> fields, Set<String> summed) {
        Map<String, FieldReading> readings = new LinkedHashMap<>();
        fields.forEach((name, field) -> readings.put(name, decoder.decode(form.field(name), field)));
        for (FieldSum sum : form.sums()) {
            if (readings.keySet().containsAll(sum.members()) && apply(sum, readings, fields)) {
                summed.addAll(sum.members());
            }
        }
        return readings;
    }

    /** Holds the fields of a sum against it; false where it says nothing of them. */
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
        DigitLattice lattice = new DigitLattice(field.nodes(), reading.chosen().size(), field.crops(), temperature);
        return reading.chosen().stream().map(lattice::probabilities).toList();
    }

    private static BigInteger value(FieldReading reading) {
        return reading.value().isEmpty() ? BigInteger.ZERO : new BigInteger(reading.value());
    }
}
