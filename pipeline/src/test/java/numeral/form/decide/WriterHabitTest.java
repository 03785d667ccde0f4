package numeral.form.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import numeral.form.FieldState;
import numeral.form.page.Box;
import org.junit.jupiter.api.Test;

class WriterHabitTest {
    private static final double TEMPERATURE = 1.5;

    /** The formula of {@link EitherDigit}, without glyphs that are beyond doubt. */
    @Test
    void settlesDoubtByTheOtherGlyphsOfThePage() {
        double[] ones = {0.9, 0.8, 0.45, 0.95, 0.9};
        double allOnes = DoubleStream.of(ones).reduce(1, (a, b) -> a * b);
        double allSevens = DoubleStream.of(ones).map(one -> 1 - one).reduce(1, (a, b) -> a * b);
        double oneKind = 0.8 * (allOnes + allSevens) / 2;
        double same = 0.98 * oneKind / (oneKind + 0.2 * Math.pow(0.5, 5));
        double odds = Math.pow(allOnes / allSevens, 1 / Math.sqrt(5));
        double expected = same * odds / (1 + odds) + (1 - same) * 0.45;

        assertThat(one(settled(ones).get(2))).isCloseTo(expected, within(1e-4));
        double[] sevens = DoubleStream.of(ones).map(one -> 1 - one).toArray();
        assertThat(one(settled(sevens).get(2))).isCloseTo(1 - expected, within(1e-4));
    }

    @Test
    void leavesASingleGlyphAsItIs() {
        assertThat(one(settled(0.7).get(0))).isCloseTo(0.7, within(1e-6));
    }

    /** Two hands on one page: the glyphs contradict each other. */
    @Test
    void tellsNothingWhereGlyphsDisagree() {
        List<ScoredCrop> settled = settled(0.98, 0.97, 0.02, 0.03, 0.6);

        assertThat(one(settled.get(4))).isCloseTo(0.6, within(0.02));
        assertThat(one(settled.get(0))).isCloseTo(0.98, within(0.05));
    }

    @Test
    void touchesNothingThatIsCertain() {
        assertThat(one(settled(0.999, 0.999, 0.001, 0.3).get(2))).isCloseTo(0.001, within(1e-6));
    }

    /** Whose sevens are beyond doubt, with a bar, and whose ones are not, makes ones with an upstroke. */
    @Test
    void hearsWhichOfTheTwoDigitsIsNeverInDoubt() {
        double[] sevens = {0.001, 0.001, 0.001, 0.001, 0.001, 0.001};
        double[] doubtful = {0.5, 0.4, 0.3};
        List<ScoredCrop> withSevens = settled(DoubleStream.concat(DoubleStream.of(sevens), DoubleStream.of(doubtful))
                .toArray());
        List<ScoredCrop> withOnes =
                settled(DoubleStream.concat(DoubleStream.of(sevens).map(seven -> 1 - seven), DoubleStream.of(doubtful))
                        .toArray());

        assertThat(one(settled(doubtful).get(0))).isBetween(0.2, 0.5);
        assertThat(one(withSevens.get(6))).isGreaterThan(0.75);
        assertThat(one(withOnes.get(6))).isLessThan(0.1);
    }

    @Test
    void knowsAnyTwoDigits() {
        List<ScoredCrop> page = List.of(glyph(2, 1, 0.8), glyph(2, 1, 0.9), glyph(2, 1, 0.9), glyph(2, 1, 0.45));

        ScoredCrop last =
                WriterHabit.of(page, TEMPERATURE).applied(field(page)).crops().get(3);

        assertThat(one(last)).isLessThan(0.12);
    }

    /** Between a 2 and a 7, though it may be a 1 as well. */
    @Test
    void asksTheTwoLikeliestDigitsOnly() {
        ScoredCrop third = glyph(2, 7, 0.6);
        third.logits()[1] = (float) (TEMPERATURE * Math.log(0.05));
        List<ScoredCrop> page = List.of(glyph(1, 2, 0.9), glyph(1, 2, 0.9), glyph(1, 2, 0.9), third);

        assertThat(WriterHabit.of(page, TEMPERATURE)
                        .applied(field(page))
                        .crops()
                        .get(3)
                        .logits())
                .isEqualTo(third.logits());
    }

    /** A 2 that may be a 1 rather than a 7 says nothing of how sure this writer's twos are from sevens. */
    @Test
    void countsAsSureOnlyWhatIsNoThirdDigit() {
        ScoredCrop twoOrOne = glyph(2, 7, 0.98);
        twoOrOne.logits()[1] = (float) (TEMPERATURE * Math.log(0.03));
        List<ScoredCrop> doubtful = List.of(glyph(2, 7, 0.6), glyph(2, 7, 0.3));
        List<ScoredCrop> page =
                Stream.concat(Stream.of(twoOrOne, twoOrOne), doubtful.stream()).toList();

        ScoredField field = field(doubtful);
        assertThat(WriterHabit.of(page, TEMPERATURE)
                        .applied(field)
                        .crops()
                        .get(0)
                        .logits())
                .isEqualTo(WriterHabit.of(doubtful, TEMPERATURE)
                        .applied(field)
                        .crops()
                        .get(0)
                        .logits());
    }

    @Test
    void keepsOtherDigitsAsTheyWere() {
        ScoredCrop fiveOrSix = glyph(5, 6, 0.6);
        WriterHabit habit = WriterHabit.of(List.of(glyph(1, 7, 0.9), glyph(1, 7, 0.9)), TEMPERATURE);

        ScoredField field = habit.applied(field(List.of(fiveOrSix)));

        assertThat(field.crops().get(0).logits()).isEqualTo(fiveOrSix.logits());
    }

    private static List<ScoredCrop> settled(double... ones) {
        List<ScoredCrop> glyphs =
                DoubleStream.of(ones).mapToObj(one -> glyph(1, 7, one)).toList();
        return WriterHabit.of(glyphs, TEMPERATURE).applied(field(glyphs)).crops();
    }

    private static ScoredField field(List<ScoredCrop> glyphs) {
        return new ScoredField("f", glyphs.size(), FieldState.FILLED, List.of(), glyphs);
    }

    private static ScoredCrop glyph(int digit, int other, double probability) {
        float[] logits = new float[10];
        Arrays.fill(logits, -60);
        logits[digit] = (float) (TEMPERATURE * Math.log(probability));
        logits[other] = (float) (TEMPERATURE * Math.log(1 - probability));
        return new ScoredCrop(0, 1, 0, 2, 0, new Box(1, 1, 4, 6), logits);
    }

    private static double one(ScoredCrop glyph) {
        return new DigitLattice(1, 1, List.of(glyph), TEMPERATURE).probabilities(0)[1];
    }
}
