package numeral.form.decide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Glyphs of one page that are known to be this digit or that, since the check of their field or a sum says so: what looks to the classifier as they do comes
 * from the same hand and is the same digit.
 *
 * <p>What this hand's digits look like is estimated by kernels around the known ones (Parzen 1962), and where there are few, by what the classifier knows of all
 * hands: the probability that a glyph x is the digit d is in proportion to (A c(d) + the sum of K(x, y) over the known glyphs y of d) / (B + their number), c
 * being what is believed of x so far. Glyphs that are known only because the classifier is sure of them would teach nothing: they are not those that it takes for
 * others.
 */
final class KnownGlyphs {
    /** Standard deviation of the kernel K, in logits over temperature. */
    private static final double ALIKE = 3.5;
    /** A: what was believed weighs as much as so many glyphs that look exactly so. */
    private static final double BELIEVED = 0.1;
    /** B: all hands together weigh as much as so many known glyphs of each digit. */
    private static final double ALL_HANDS = 2;
    /** What the classifier is so sure of it knows by itself. */
    private static final double SURE = 0.999;

    private final double temperature;
    private final List<Glyph> glyphs = new ArrayList<>();

    private record Glyph(double[] look, int digit) {}

    /** None yet. */
    KnownGlyphs(double temperature) {
        this.temperature = temperature;
    }

    boolean isEmpty() {
        return glyphs.isEmpty();
    }

    /** The glyphs of a field that is beyond doubt. */
    void add(ScoredField field, FieldReading reading) {
        for (int i = 0; i < reading.value().length(); i++) {
            int digit = reading.value().charAt(i) - '0';
            glyphs.add(new Glyph(look(field.crops().get(reading.chosen().get(i))), digit));
        }
    }

    /**
     * What is believed of a field, with the doubt of its crops settled as far as the known glyphs tell.
     *
     * @param field as the classifier has it
     * @param believed the same, as far as it is settled
     */
    ScoredField applied(ScoredField field, ScoredField believed) {
        return believed.with(IntStream.range(0, field.crops().size())
                .mapToObj(i -> applied(field.crops().get(i), believed.crops().get(i)))
                .toList());
    }

    private ScoredCrop applied(ScoredCrop crop, ScoredCrop believed) {
        double[] weights = DigitLattice.probabilities(believed, temperature);
        if (Arrays.stream(weights).max().orElseThrow() >= SURE) {
            return believed;
        }
        double[] counted = new double[weights.length];
        for (int d = 0; d < weights.length; d++) {
            weights[d] *= BELIEVED;
            counted[d] = ALL_HANDS;
        }
        double[] look = look(crop);
        for (Glyph glyph : glyphs) {
            weights[glyph.digit] += Math.exp(-squaredDistance(look, glyph.look) / (2 * ALIKE * ALIKE));
            counted[glyph.digit]++;
        }
        float[] logits = new float[weights.length];
        for (int d = 0; d < weights.length; d++) {
            logits[d] = (float) (temperature * Math.log(Math.max(Double.MIN_NORMAL, weights[d]) / counted[d]));
        }
        return believed.with(logits);
    }

    /** The logits over temperature, around their mean: what they have in common says nothing of the digit. */
    private double[] look(ScoredCrop crop) {
        double mean = 0;
        for (float logit : crop.logits()) {
            mean += logit / crop.logits().length;
        }
        double[] look = new double[crop.logits().length];
        for (int d = 0; d < look.length; d++) {
            look[d] = (crop.logits()[d] - mean) / temperature;
        }
        return look;
    }

    private static double squaredDistance(double[] a, double[] b) {
        double sum = 0;
        for (int d = 0; d < a.length; d++) {
            sum += (a[d] - b[d]) * (a[d] - b[d]);
        }
        return sum;
    }
}
