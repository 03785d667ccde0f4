package numeral.form.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import numeral.form.Check;
import numeral.form.Checksum;
import numeral.form.FieldSpec;
import numeral.form.FieldState;
import numeral.form.Layout;
import numeral.form.decide.FieldReading.Checks;
import numeral.form.decide.FieldReading.Decision;
import numeral.form.page.Box;
import org.junit.jupiter.api.Test;

class FieldDecoderTest {
    private static final DecisionSettings SETTINGS = new DecisionSettings(0.95, 0.95, 1.6, 0.3, 0.4, 1);
    private static final FieldDecoder DECODER = new FieldDecoder(SETTINGS);
    private static final Layout STRIP = new Layout.Strip(0, 0, 50, 8);
    private static final Layout CELLS = new Layout.Cells(0, 0, 6, 8, 7);

    private static FieldReading decode(FieldSpec field, int nodes, List<String> geometry, List<ScoredCrop> crops) {
        return decode(field, nodes, FieldState.FILLED, geometry, crops);
    }

    private static FieldReading decode(
            FieldSpec field, int nodes, FieldState state, List<String> geometry, List<ScoredCrop> crops) {
        return DECODER.decode(field, new ScoredField(field.name(), nodes, state, geometry, crops));
    }

    private static FieldSpec field(Layout layout, int length, boolean required, Check... checks) {
        return new FieldSpec("f", layout, length, length, required, false, List.of(checks));
    }

    /** Logits with probability {@code p} for the digit and the rest for {@code second}. */
    private static float[] logits(int digit, double p, int second) {
        float[] logits = new float[10];
        for (int d = 0; d < 10; d++) {
            logits[d] = (float) Math.log(1e-9);
        }
        logits[digit] = (float) Math.log(p);
        logits[second] = (float) Math.log(Math.max(1e-9, 1 - p));
        return logits;
    }

    /** Ink that keeps clear of the border, in the cell of that position or in the strip. */
    private static Box inside(int position) {
        return new Box(7.0 * position + 1, 1, 4, 6);
    }

    private static ScoredCrop arc(int from, int to, double cost, int digit, double p) {
        return new ScoredCrop(from, to, cost, 2, 0, inside(from), logits(digit, p, (digit + 1) % 10));
    }

    private static List<ScoredCrop> cells(String digits, double p) {
        List<ScoredCrop> crops = new ArrayList<>();
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) != '_') {
                crops.add(arc(i, i + 1, 0, digits.charAt(i) - '0', p));
            }
        }
        return crops;
    }

    @Test
    void acceptsWhatIsClear() {
        FieldReading reading = decode(field(CELLS, 4, true), 4, List.of(), cells("0427", 0.999));

        assertThat(reading.value()).isEqualTo("0427");
        assertThat(reading.raw()).isEqualTo("0427");
        assertThat(reading.confidence()).isCloseTo(Math.pow(0.999, 4), within(1e-6));
        assertThat(reading.weakest()).isCloseTo(0.999, within(1e-6));
        assertThat(reading.decision()).isEqualTo(Decision.ACCEPT);
        assertThat(reading.checks()).isEqualTo(Checks.NONE);
        assertThat(reading.reasons()).isEmpty();
        assertThat(reading.chosen()).containsExactly(0, 1, 2, 3);
    }

    @Test
    void takesTheBestPathOfExactlyTheLength() {
        List<ScoredCrop> lattice = List.of(
                arc(0, 1, 0, 1, 0.99),
                arc(1, 2, 4, 0, 0.9),
                arc(2, 3, 0, 7, 0.99),
                arc(1, 3, 0, 4, 0.99),
                arc(0, 2, 3, 8, 0.99));

        assertThat(decode(field(STRIP, 3, true), 3, List.of(), lattice).value()).isEqualTo("107");
        FieldReading two = decode(field(STRIP, 2, true), 3, List.of(), lattice);
        assertThat(two.value()).isEqualTo("14");
        assertThat(two.chosen()).containsExactly(0, 3);
        // the other path of two, 8 and 7, weighs e^-3 as much
        double segmentation = 1 / (1 + Math.exp(-3));
        assertThat(two.confidence()).isCloseTo(segmentation * 0.99 * 0.99, within(1e-6));
    }

    @Test
    void doesNotCountCutsThatReadTheSameAsDoubt() {
        List<ScoredCrop> lattice =
                List.of(arc(0, 1, 0, 5, 0.999), arc(1, 3, 0, 6, 0.999), arc(0, 2, 0, 5, 0.999), arc(2, 3, 0, 6, 0.999));

        FieldReading reading = decode(field(STRIP, 2, true), 3, List.of(), lattice);

        assertThat(reading.confidence()).isCloseTo(0.999 * 0.999, within(1e-6));
    }

    @Test
    void sendsTwoWaysToCutToReview() {
        List<ScoredCrop> lattice = List.of(
                arc(0, 1, 0, 5, 0.999), arc(1, 3, 0, 6, 0.999), arc(0, 2, 0.1, 8, 0.999), arc(2, 3, 0, 1, 0.999));

        FieldReading reading = decode(field(STRIP, 2, true), 3, List.of(), lattice);

        assertThat(reading.value()).isEqualTo("56");
        assertThat(reading.decision()).isEqualTo(Decision.REVIEW);
        assertThat(reading.reasons())
                .singleElement()
                .asString()
                .startsWith("confidence 0.5")
                .endsWith("is below 0.9500");
    }

    @Test
    void callsAFieldThatCannotBeCutAnError() {
        FieldReading reading =
                decode(field(STRIP, 4, true), 2, List.of(), List.of(arc(0, 1, 0, 5, 1), arc(1, 2, 0, 5, 1)));

        assertThat(reading.decision()).isEqualTo(Decision.ERROR);
        assertThat(reading.value()).isEmpty();
        assertThat(reading.reasons()).containsExactly("ink falls into 2 pieces, which cannot be joined into 4 digits");
    }

    @Test
    void knowsEmptyFields() {
        FieldReading optional = decode(field(CELLS, 4, false), 0, List.of(), List.of());
        FieldReading required = decode(field(CELLS, 4, true), 0, List.of(), List.of());
        FieldReading lost = decode(field(CELLS, 4, false), 0, List.of("lines not found"), List.of());

        assertThat(optional.decision()).isEqualTo(Decision.BLANK);
        assertThat(required.decision()).isEqualTo(Decision.REVIEW);
        assertThat(required.reasons()).containsExactly("required field is empty");
        assertThat(lost.decision()).isEqualTo(Decision.REVIEW);
        assertThat(lost.reasons()).containsExactly("lines not found");
    }

    @Test
    void neverAcceptsACountMismatch() {
        FieldReading reading = decode(field(CELLS, 5, false), 5, List.of(), cells("1_3_5", 1));

        assertThat(reading.raw()).isEqualTo("1_3_5");
        assertThat(reading.value()).isEmpty();
        assertThat(reading.confidence()).isZero();
        assertThat(reading.decision()).isEqualTo(Decision.REVIEW);
        assertThat(reading.reasons()).containsExactly("3 of 5 cells are filled");
    }

    @Test
    void readsFewerDigitsSideBySideWhereTheTemplateAllowsThem() {
        FieldSpec amount = new FieldSpec("f", CELLS, 5, 2, false, false, List.of(Checksum.LUHN));

        FieldReading right = decode(amount, 5, List.of(), cells("__059", 0.999));
        assertThat(right.value()).isEqualTo("059");
        assertThat(right.decision()).isEqualTo(Decision.ACCEPT);
        assertThat(right.chosen()).containsExactly(0, 1, 2);
        FieldReading full = decode(amount, 5, List.of(), cells("00059", 0.999));
        assertThat(full.value()).isEqualTo("00059");
        FieldReading checked = decode(amount, 5, List.of(), cells("_058_", 0.999));
        assertThat(checked.checks()).isEqualTo(Checks.FAILED);

        FieldReading hole = decode(amount, 5, List.of(), cells("0_59_", 0.999));
        assertThat(hole.decision()).isEqualTo(Decision.REVIEW);
        assertThat(hole.reasons()).containsExactly("3 of 5 cells are filled");
        FieldReading few = decode(amount, 5, List.of(), cells("____9", 0.999));
        assertThat(few.reasons()).containsExactly("1 of 5 cells are filled");
    }

    @Test
    void raisesBeliefWhenACheckDigitFits() {
        List<ScoredCrop> crops = cells("79927398713", 0.99);

        FieldReading plain = decode(field(CELLS, 11, true), 11, List.of(), crops);
        FieldReading checked = decode(field(CELLS, 11, true, Checksum.LUHN), 11, List.of(), crops);

        double belief = Math.pow(0.99, 11);
        double oneWrong = 11 * belief * 0.01 / 0.99;
        assertThat(plain.decision()).isEqualTo(Decision.REVIEW);
        assertThat(checked.checks()).isEqualTo(Checks.PASSED);
        assertThat(checked.confidence()).isCloseTo(belief / (belief + 0.1 * (1 - belief - oneWrong)), within(1e-6));
        assertThat(checked.decision()).isEqualTo(Decision.ACCEPT);
    }

    /** Of the eight days that differ in the one digit that may be another, 20-02, 29-12, 29-03 and two other leap years exist. */
    @Test
    void raisesBeliefInADateByTheDaysThatDoNotExist() {
        FieldReading reading = decode(
                field(CELLS, 8, true, new Check.CalendarDate("ddMMyyyy")), 8, List.of(), cells("29022024", 0.99));

        double belief = Math.pow(0.99, 8);
        double oneWrong = belief * 0.01 / 0.99;
        double several = 1 - belief - 8 * oneWrong;
        assertThat(reading.checks()).isEqualTo(Checks.PASSED);
        assertThat(reading.confidence()).isCloseTo(belief / (belief + 5 * oneWrong + several), within(1e-6));
    }

    @Test
    void correctsADateWhereOneDayAloneIsLeft() {
        List<ScoredCrop> crops = cells("18061956", 0.99999);
        crops.set(0, new ScoredCrop(0, 1, 0, 2, 0, inside(0), logits(7, 0.8, 1)));

        FieldReading reading = decode(field(CELLS, 8, true, new Check.CalendarDate("ddMMyyyy")), 8, List.of(), crops);

        assertThat(reading.raw()).isEqualTo("78061956");
        assertThat(reading.value()).isEqualTo("18061956");
        assertThat(reading.checks()).isEqualTo(Checks.CORRECTED);
    }

    /** What is known of the whole field counts against the digit that is in doubt, not against the check. */
    @Test
    void correctsADigitNearTheBorder() {
        List<ScoredCrop> crops = cells("79927398713", 0.99999);
        Box beyond = new Box(7.0 * 5 + 3, 1, 3.5, 6);
        crops.set(5, new ScoredCrop(5, 6, 0, 2, 0, beyond, logits(9, 0.97, 3)));

        FieldReading reading = decode(field(CELLS, 11, true, Checksum.LUHN), 11, List.of(), crops);

        assertThat(reading.raw()).isEqualTo("79927998713");
        assertThat(reading.value()).isEqualTo("79927398713");
    }

    @Test
    void correctsTheOneDigitThatWasInDoubt() {
        List<ScoredCrop> crops = cells("79927398713", 0.99999);
        crops.set(5, new ScoredCrop(5, 6, 0, 2, 0, inside(5), logits(9, 0.7, 3)));

        FieldReading reading = decode(field(CELLS, 11, true, Checksum.LUHN), 11, List.of(), crops);

        assertThat(reading.raw()).isEqualTo("79927998713");
        assertThat(reading.value()).isEqualTo("79927398713");
        assertThat(reading.checks()).isEqualTo(Checks.CORRECTED);
        assertThat(reading.confidence()).isGreaterThan(0.99);
    }

    @Test
    void doesNotCorrectWhatIsNotInDoubt() {
        FieldReading reading = decode(field(CELLS, 11, true, Checksum.LUHN), 11, List.of(), cells("79927398714", 0.99));

        assertThat(reading.checks()).isEqualTo(Checks.FAILED);
        assertThat(reading.value()).isEqualTo("79927398714");
        assertThat(reading.confidence()).isZero();
        assertThat(reading.decision()).isEqualTo(Decision.REVIEW);
        assertThat(reading.reasons()).contains("value fails its check");
    }

    @Test
    void neverAcceptsWhatFailsAGate() {
        List<ScoredCrop> crops = cells("12", 1);
        crops.set(0, new ScoredCrop(0, 1, 0, 0.1, 0.6, inside(0), logits(1, 1, 2)));

        FieldReading reading = decode(field(CELLS, 2, true), 2, List.of("residual of the field"), crops);

        assertThat(reading.decision()).isEqualTo(Decision.REVIEW);
        assertThat(reading.reasons())
                .containsExactly(
                        "residual of the field",
                        "digit 1: 60 % of its ink looks like a printed line",
                        "digit 1: 0.10 square millimetres of ink are too little");
    }

    @Test
    void doubtsDigitsThatMeetThePrintedBorder() {
        List<ScoredCrop> crops = cells("12", 0.999);
        ScoredCrop clear = crops.get(1);
        // half a millimetre beyond the right border of its cell
        crops.set(1, new ScoredCrop(1, 2, 0, 2, 0, new Box(10, 1, 3.5, 6), clear.logits()));

        FieldReading reading = decode(field(CELLS, 2, true), 2, List.of(), crops);

        double belief = 0.999 * 0.999;
        double odds = belief / (1 - belief) * Math.exp(-1.6 * 1);
        assertThat(reading.confidence()).isCloseTo(odds / (1 + odds), within(1e-4));
        // in a strip the neighbours stand on the sides
        assertThat(decode(field(STRIP, 2, true), 2, List.of(), crops).confidence())
                .isCloseTo(belief, within(1e-4));
    }

    @Test
    void calibratesByTemperature() {
        List<ScoredCrop> crops =
                List.of(new ScoredCrop(0, 1, 0, 2, 0, inside(0), new float[] {4, 0, 0, 0, 0, 0, 0, 0, 0, 0}));

        FieldReading reading = new FieldDecoder(new DecisionSettings(0.95, 0.95, 1.6, 0.3, 0.4, 2))
                .decode(field(CELLS, 1, true), new ScoredField("f", 1, FieldState.FILLED, List.of(), crops));

        assertThat(reading.confidence()).isCloseTo(Math.exp(2) / (Math.exp(2) + 9), within(1e-6));
    }

    @Test
    void aCrossedOutFieldSaysNothing() {
        List<String> crossed = List.of("crossed out: a stroke runs through 20 mm of the field");

        FieldReading optional =
                decode(field(CELLS, 4, false), 4, FieldState.CROSSED_OUT, crossed, cells("0427", 0.9999));
        FieldReading required =
                decode(field(CELLS, 4, true), 4, FieldState.CROSSED_OUT, crossed, cells("0427", 0.9999));
        FieldReading astray = decode(
                field(CELLS, 4, false),
                4,
                FieldState.CROSSED_OUT,
                List.of("40 % of the field's lines were found", crossed.get(0)),
                cells("0427", 0.9999));

        assertThat(optional.decision()).isEqualTo(FieldReading.Decision.BLANK);
        assertThat(optional.reasons()).isEqualTo(crossed);
        assertThat(required.decision()).isEqualTo(FieldReading.Decision.REVIEW);
        assertThat(required.reasons()).containsExactly("required field is crossed out", crossed.get(0));
        assertThat(astray.decision()).isEqualTo(FieldReading.Decision.REVIEW);
        assertThat(List.of(optional, required, astray)).allSatisfy(reading -> {
            assertThat(reading.state()).isEqualTo(FieldState.CROSSED_OUT);
            assertThat(reading.value()).isEmpty();
        });
    }

    @Test
    void anOverwrittenFieldKeepsItsValueForAPersonToJudge() {
        FieldReading reading = decode(
                field(CELLS, 4, true),
                4,
                FieldState.OVERWRITTEN,
                List.of("overwritten: digit 2 is blackened"),
                cells("0427", 0.9999));

        assertThat(reading.state()).isEqualTo(FieldState.OVERWRITTEN);
        assertThat(reading.decision()).isEqualTo(FieldReading.Decision.REVIEW);
        assertThat(reading.value()).isEqualTo("0427");
    }
}
