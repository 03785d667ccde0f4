package numeral.form.decide;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private final PageSums sums;
    private final double temperature;

    /** For pages of a form. */
    public PageDecoder(Form form, DecisionSettings settings) {
        this.form = form;
        this.decoder = new FieldDecoder(settings);
        this.sums = new PageSums(form, settings);
        this.temperature = settings.temperature();
    }

    /** The readings in the order of the fields given; a field that is not among them takes no part in a sum. */
    public List<FieldReading> decode(List<ScoredField> fields) {
        WriterHabit habit = habit(fields);
        Map<String, ScoredField> settled = new LinkedHashMap<>();
        fields.forEach(field -> settled.put(field.name(), habit.applied(field)));
        Map<String, FieldReading> readings = alone(settled);
        Set<String> summed = sums.apply(readings, settled);

        KnownGlyphs known = known(fields, readings, summed);
        if (known.isEmpty()) {
            return List.copyOf(readings.values());
        }
        for (ScoredField field : fields) {
            if (!isCertain(readings.get(field.name()))) {
                settled.put(field.name(), known.applied(field, settled.get(field.name())));
            }
        }
        Map<String, FieldReading> again = alone(settled);
        sums.apply(again, settled);
        return List.copyOf(again.values());
    }

    private WriterHabit habit(List<ScoredField> fields) {
        List<ScoredCrop> glyphs = new ArrayList<>();
        for (ScoredField field : fields) {
            FieldReading alone = decoder.decode(form.field(field.name()), field);
            // letters are written into cells, too, but hardly ever into all of a row
            if (!alone.value().isEmpty()) {
                alone.chosen().forEach(i -> glyphs.add(field.crops().get(i)));
            }
        }
        return WriterHabit.of(glyphs, temperature);
    }

    private KnownGlyphs known(List<ScoredField> fields, Map<String, FieldReading> readings, Set<String> summed) {
        KnownGlyphs known = new KnownGlyphs(temperature);
        for (ScoredField field : fields) {
            FieldReading reading = readings.get(field.name());
            if (isCertain(reading) && (summed.contains(field.name()) || hasCheckDigit(field.name()))) {
                known.add(field, reading);
            }
        }
        return known;
    }

    private static boolean isCertain(FieldReading reading) {
        return reading.confidence() >= CERTAIN && reading.gates().isEmpty();
    }

    /** Whether a check tells the field's digits from what they may have been mistaken for; dates and ranges let most of it pass. */
    private boolean hasCheckDigit(String field) {
        return form.field(field).checks().stream().anyMatch(check -> check.passRate() < 1);
    }

    /** In the order of the fields. */
    private Map<String, FieldReading> alone(Map<String, ScoredField> fields) {
        Map<String, FieldReading> readings = new LinkedHashMap<>();
        fields.forEach((name, field) -> readings.put(name, decoder.decode(form.field(name), field)));
        return readings;
    }
}
