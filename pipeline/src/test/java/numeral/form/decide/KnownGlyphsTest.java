package numeral.form.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import numeral.form.FieldState;
import numeral.form.page.Box;
import org.junit.jupiter.api.Test;

class KnownGlyphsTest {
    private static final double TEMPERATURE = 1.5;

    /** The formula of {@link KnownGlyphs}: certain are a 1 that the classifier takes for either digit, and two sevens of which it is nearly sure. */
    @Test
    void takesForTheSameDigitWhatLooksTheSame() {
        KnownGlyphs known = new KnownGlyphs(TEMPERATURE);
        known.add(field(glyph(0.5), glyph(0.02), glyph(0.03)), reading("177"));

        double one =
                one(known.applied(field(glyph(0.4)), field(glyph(0.3))).crops().get(0));

        double asOne = (0.1 * 0.3 + kernel(0.4, 0.5)) / (2 + 1);
        double asSeven = (0.1 * 0.7 + kernel(0.4, 0.02) + kernel(0.4, 0.03)) / (2 + 2);
        assertThat(one).isCloseTo(asOne / (asOne + asSeven), within(1e-4));
        assertThat(one).isGreaterThan(0.45);
    }

    /** Logits around their mean: a common summand in a glyph's logits is no look. */
    @Test
    void looksAtDifferencesOfLogitsOnly() {
        ScoredCrop glyph = glyph(0.4);
        float[] raised = glyph.logits().clone();
        for (int d = 0; d < raised.length; d++) {
            raised[d] += 5;
        }
        KnownGlyphs known = new KnownGlyphs(TEMPERATURE);
        known.add(field(glyph(0.5), glyph(0.02)), reading("17"));

        assertThat(one(applied(known, glyph.with(raised)))).isCloseTo(one(applied(known, glyph)), within(1e-6));
    }

    @Test
    void leavesAloneWhatTheClassifierIsSureOf() {
        KnownGlyphs known = new KnownGlyphs(TEMPERATURE);
        known.add(field(glyph(0.0005), glyph(0.0005)), reading("11"));

        assertThat(one(applied(known, glyph(0.0005)))).isCloseTo(0.0005, within(1e-7));
    }

    @Test
    void tellsNothingWhereNothingIsKnown() {
        KnownGlyphs known = new KnownGlyphs(TEMPERATURE);
        assertThat(one(applied(known, glyph(0.4)))).isCloseTo(0.4, within(1e-6));
    }

    private static ScoredCrop applied(KnownGlyphs known, ScoredCrop glyph) {
        return known.applied(field(glyph), field(glyph)).crops().get(0);
    }

    private static FieldReading reading(String value) {
        return FieldReading.of(
                FieldState.FILLED,
                value,
                value,
                1,
                1,
                FieldReading.Checks.PASSED,
                List.of(),
                IntStream.range(0, value.length()).boxed().toList(),
                0.85);
    }

    private static ScoredField field(ScoredCrop... glyphs) {
        return new ScoredField("f", glyphs.length, FieldState.FILLED, List.of(), List.of(glyphs));
    }

    /** Of two glyphs in doubt between 1 and 7 alone. */
    private static double kernel(double one, double other) {
        double ones = Math.log(one / other);
        double sevens = Math.log((1 - one) / (1 - other));
        double mean = (ones + sevens) / 10;
        double squared = (ones - mean) * (ones - mean) + (sevens - mean) * (sevens - mean) + 8 * mean * mean;
        return Math.exp(-squared / (2 * 3.5 * 3.5));
    }

    private static ScoredCrop glyph(double one) {
        float[] logits = new float[10];
        Arrays.fill(logits, -60);
        logits[1] = (float) (TEMPERATURE * Math.log(one));
        logits[7] = (float) (TEMPERATURE * Math.log(1 - one));
        return new ScoredCrop(0, 1, 0, 2, 0, new Box(1, 1, 4, 6), logits);
    }

    private static double one(ScoredCrop glyph) {
        return DigitLattice.probabilities(glyph, TEMPERATURE)[1];
    }
}
