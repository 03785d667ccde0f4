package numeral.form.decide;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import numeral.form.FieldState;
import numeral.form.FieldSum;
import numeral.form.Form;

/** Reads the fields of a page, each by itself, then holds them against the sums that the form promises. */
public final class PageDecoder {
    /** Share of wrong sums that come out right by chance: that of the last digit alone, though the others would have to agree as well. */
    private static final double CHANCE = 0.1;

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
        Map<String, FieldReading> readings = new HashMap<>();
        Map<String, ScoredField> scored = new HashMap<>();
        for (ScoredField field : fields) {
            ScoredField settled = habit.applied(field);
            scored.put(field.name(), settled);
            readings.put(field.name(), decoder.decode(form.field(field.name()), settled));
        }
        for (FieldSum sum : form.sums()) {
            if (readings.keySet().containsAll(sum.members())) {
                apply(sum, readings, scored);
            }
        }
        List<FieldReading> inOrder = new ArrayList<>();
        fields.forEach(field -> inOrder.add(readings.get(field.name())));
        return inOrder;
    }

    private void apply(FieldSum sum, Map<String, FieldReading> readings, Map<String, ScoredField> scored) {
        List<String> filled = sum.members().stream()
                .filter(name -> readings.get(name).decision() != FieldReading.Decision.BLANK)
                .toList();
        // without a total nothing was added up, and what was taken back left nothing to add
        boolean open = readings.get(sum.total()).state() == FieldState.BLANK
                || sum.members().stream().anyMatch(name -> readings.get(name).state() == FieldState.CROSSED_OUT);
        if (open || filled.stream().anyMatch(name -> readings.get(name).value().isEmpty())) {
            return;
        }
        BigInteger rest = value(readings.get(sum.total()));
        for (String addend : sum.addends()) {
            rest = rest.subtract(value(readings.get(addend)));
        }
        if (rest.signum() != 0) {
            // a field that is not to be believed anyway, such as one that was crossed out, says nothing against the
            // others
            if (filled.stream().anyMatch(name -> !readings.get(name).gates().isEmpty())) {
                return;
            }
            correct(sum, rest, filled, readings, scored);
            return;
        }
        double all = 1;
        for (String name : filled) {
            all *= readings.get(name).confidence();
        }
        for (String name : filled) {
            FieldReading reading = readings.get(name);
            readings.put(name, reading.believed(raised(reading.confidence(), all), threshold));
        }
    }

    /** Puts a misread field right where it is clear which one and what it says; refuses those that may be wrong, all where digits alone do not explain the sum. */
    private void correct(
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
        BrokenSum broken = new BrokenSum(form, sum, members, probabilities, CHANCE);
        BrokenSum.Correction correction = broken.best(missing);
        for (String name : filled) {
            FieldReading reading = readings.get(name);
            double right = broken.right(name);
            if (name.equals(correction.field()) && correction.confidence() >= correctConfidence) {
                readings.put(name, reading.corrected(correction.value(), correction.confidence(), threshold));
            } else if (right >= correctConfidence) {
                readings.put(name, reading.believed(right, threshold));
            } else {
                readings.put(name, reading.gated("the sum " + sum + " does not hold", threshold));
            }
        }
    }

    /** Those of the ten digits, for each digit of a reading. */
    private List<double[]> probabilities(ScoredField field, FieldReading reading) {
        DigitLattice lattice = new DigitLattice(field.nodes(), reading.chosen().size(), field.crops(), temperature);
        return reading.chosen().stream().map(lattice::probabilities).toList();
    }

    /**
     * Probability that a field is right after its sum has held. One wrong field always breaks a sum, so that it holds where all are right,
     * and by chance where some are not.
     *
     * @param alone probability that the field is right before
     * @param all probability that all fields of the sum are right before
     */
    private static double raised(double alone, double all) {
        return (all + CHANCE * (alone - all)) / (all + CHANCE * (1 - all));
    }

    private static BigInteger value(FieldReading reading) {
        return reading.value().isEmpty() ? BigInteger.ZERO : new BigInteger(reading.value());
    }
}
