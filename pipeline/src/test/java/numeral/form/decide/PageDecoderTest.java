package numeral.form.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import numeral.form.FieldState;
import numeral.form.Form;
import numeral.form.Layout;
import numeral.form.decide.FieldReading.Decision;
import numeral.form.page.Box;
import org.junit.jupiter.api.Test;

class PageDecoderTest {
    private static final DecisionSettings SETTINGS = new DecisionSettings(0.95, 0.95, 1.6, 0.3, 0.4, 1);
    private static final String BILL =
            """
            {"name": "bill", "page": {"width_mm": 100, "height_mm": 80},
             "registration": {"marks": [{"x_mm": 5, "y_mm": 5, "size_mm": 4}, {"x_mm": 95, "y_mm": 5, "size_mm": 4},
               {"x_mm": 5, "y_mm": 75, "size_mm": 4}]},
             "fields": [
               {"name": "net", "type": "cells", "x_mm": 10, "y_mm": 20, "cell_w_mm": 6, "cell_h_mm": 8, "pitch_mm": 7, "length": 2},
               {"name": "vat", "type": "cells", "x_mm": 10, "y_mm": 30, "cell_w_mm": 6, "cell_h_mm": 8, "pitch_mm": 7, "length": 2},
               {"name": "gross", "type": "cells", "x_mm": 10, "y_mm": 40, "cell_w_mm": 6, "cell_h_mm": 8, "pitch_mm": 7, "length": 2}],
             "checks": [{"sum": ["net", "vat"], "equals": "gross"}]}
            """;
    private static final Form TEMPLATE = Form.parse(BILL);
    private static final PageDecoder DECODER = new PageDecoder(TEMPLATE, SETTINGS);

    /** A field whose digits all have probability {@code p}. */
    private static ScoredField field(String name, String digits, double p) {
        List<ScoredCrop> crops = IntStream.range(0, digits.length())
                .mapToObj(i -> {
                    float[] logits = new float[10];
                    logits[digits.charAt(i) - '0'] = (float) Math.log(9 * p / (1 - p));
                    Layout.Cells cells = (Layout.Cells) TEMPLATE.field(name).layout();
                    Box cell = cells.cellMm(i);
                    Box ink = new Box(cell.x() + 1, cell.y() + 1, cell.w() - 2, cell.h() - 2);
                    return new ScoredCrop(i, i + 1, 0, 2, 0, ink, logits);
                })
                .toList();
        return new ScoredField(name, digits.length(), FieldState.FILLED, List.of(), crops);
    }

    private static List<Decision> decisions(ScoredField... fields) {
        return DECODER.decode(List.of(fields)).stream()
                .map(FieldReading::decision)
                .toList();
    }

    @Test
    void aSumThatHoldsRaisesItsFields() {
        List<FieldReading> alone = DECODER.decode(List.of(field("net", "40", 0.97), field("gross", "48", 0.97)));
        List<FieldReading> together =
                DECODER.decode(List.of(field("net", "40", 0.97), field("vat", "08", 0.97), field("gross", "48", 0.97)));

        assertThat(alone).extracting(FieldReading::decision).containsOnly(Decision.REVIEW);
        assertThat(together).extracting(FieldReading::decision).containsOnly(Decision.ACCEPT);
        double right = Math.pow(0.97, 6);
        double otherwise = holding(0.97) - right;
        double slip = 0.001 * (1 - holding(0.97));
        assertThat(together.get(0).confidence()).isBetween(right / (right + otherwise + slip), 1.0);
        assertThat(together.get(2).confidence()).isCloseTo(together.get(0).confidence(), within(1e-3));
    }

    /** Probability that 40 + 08 = 48 holds, over all that the fields may say. */
    private static double holding(double p) {
        double sum = 0;
        for (int net = 0; net < 100; net++) {
            for (int vat = 0; vat < 100 - net; vat++) {
                sum += probability(40, net, p) * probability(8, vat, p) * probability(48, net + vat, p);
            }
        }
        return sum;
    }

    private static double probability(int read, int value, double p) {
        return (read / 10 == value / 10 ? p : (1 - p) / 9) * (read % 10 == value % 10 ? p : (1 - p) / 9);
    }

    /** Where the ones of two fields may both be sevens, 41 + 08 = 49 may be 47 + 02 no less than what was read. */
    @Test
    void aSumThatHoldsInTwoWaysProvesLittle() {
        List<FieldReading> readings = DECODER.decode(List.of(
                doubtful("net", "41", 1, 7, 0.45), doubtful("vat", "08", 1, 2, 0.45), field("gross", "49", 0.9999)));

        assertThat(readings)
                .extracting(FieldReading::decision)
                .containsExactly(Decision.REVIEW, Decision.REVIEW, Decision.ACCEPT);
        assertThat(readings.get(0).confidence()).isCloseTo(0.55 * 0.55 / (0.55 * 0.55 + 0.45 * 0.45), within(0.01));
    }

    /** 40 + 05 is 45, but 05 fails Luhn's check: one of the two is misread, and nobody knows what else is. */
    @Test
    void aFieldThatFailsItsCheckSaysNothingForTheOthers() {
        Form checked = Form.parse(
                BILL.replace(
                        "\"y_mm\": 30, \"cell_w_mm\": 6, \"cell_h_mm\": 8, \"pitch_mm\": 7, \"length\": 2",
                        "\"y_mm\": 30, \"cell_w_mm\": 6, \"cell_h_mm\": 8, \"pitch_mm\": 7, \"length\": 2, \"checks\": [{\"type\": \"luhn\"}]"));

        List<FieldReading> readings = new PageDecoder(checked, SETTINGS)
                .decode(List.of(field("net", "40", 0.97), field("vat", "05", 0.97), field("gross", "45", 0.97)));

        assertThat(readings.get(1).checks()).isEqualTo(FieldReading.Checks.FAILED);
        assertThat(readings.get(0).confidence()).isCloseTo(0.97 * 0.97, within(1e-5));
    }

    @Test
    void aSumThatDoesNotHoldRefusesAllItsFields() {
        List<FieldReading> readings = DECODER.decode(
                List.of(field("net", "40", 0.9999), field("vat", "08", 0.9999), field("gross", "47", 0.9999)));

        assertThat(readings).allSatisfy(reading -> {
            assertThat(reading.decision()).isEqualTo(Decision.REVIEW);
            assertThat(reading.gates()).containsExactly("the sum net + vat = gross does not hold");
        });
    }

    /** Read by itself the last field is in doubt between 11 and 71; its writer's first digit of the sum looks just so, and is a 1. */
    @Test
    void aSumTeachesWhatTheWritersDigitsLookLike() {
        Form withCode = Form.parse(
                BILL.replace(
                        "],\n \"checks\"",
                        """
                , {"name": "code", "type": "cells", "x_mm": 10, "y_mm": 50, "cell_w_mm": 6, "cell_h_mm": 8, "pitch_mm": 7, "length": 2}],
                 "checks\""""));
        ScoredField code = new ScoredField(
                "code",
                2,
                FieldState.FILLED,
                List.of(),
                doubtful("net", "11", 0, 7, 0.6).crops());
        DecisionSettings wherever = new DecisionSettings(0.95, 0.95, 0, 0.3, 0.4, 1);
        PageDecoder decoder = new PageDecoder(withCode, wherever);

        ScoredField net = doubtful("net", "12", 0, 7, 0.4);
        ScoredField vat = field("vat", "20", 0.9999);
        FieldReading untaught = decoder.decode(List.of(net, vat, code)).get(2);
        FieldReading taught = decoder.decode(List.of(net, vat, field("gross", "32", 0.9999), code))
                .get(3);

        assertThat(untaught.value()).isEqualTo("71");
        assertThat(taught.value()).isEqualTo("11");
        assertThat(taught.confidence()).isGreaterThan(0.85);
    }

    /** A field of which one digit may as well be another one. */
    private static ScoredField doubtful(String name, String digits, int at, int other, double p) {
        ScoredField sure = field(name, digits, 0.9999);
        List<ScoredCrop> crops = new ArrayList<>(sure.crops());
        ScoredCrop crop = crops.get(at);
        float[] logits = crop.logits().clone();
        logits[other] = logits[digits.charAt(at) - '0'] + (float) Math.log(p / (1 - p));
        crops.set(
                at,
                new ScoredCrop(crop.from(), crop.to(), crop.cost(), crop.inkMm2(), crop.residue(), crop.mm(), logits));
        return new ScoredField(name, sure.nodes(), FieldState.FILLED, List.of(), crops);
    }

    @Test
    void aSumTellsWhichDigitWasMisread() {
        List<FieldReading> readings = DECODER.decode(
                List.of(field("net", "40", 0.9999), doubtful("vat", "05", 1, 8, 0.4), field("gross", "48", 0.9999)));

        assertThat(readings).extracting(FieldReading::decision).containsOnly(Decision.ACCEPT);
        assertThat(readings).extracting(FieldReading::value).containsExactly("40", "08", "48");
        assertThat(readings.get(1).raw()).isEqualTo("05");
        assertThat(readings.get(1).checks()).isEqualTo(FieldReading.Checks.CORRECTED);
        assertThat(readings.get(0).confidence()).isBetween(0.95, 1.0);
    }

    /** 77 + 08 is not 19, but 11 + 08 is. */
    @Test
    void aSumTellsAllMisreadDigitsOfAField() {
        ScoredField first = doubtful("net", "77", 0, 1, 0.4);
        ScoredField second = doubtful("net", "77", 1, 1, 0.4);
        ScoredField net = new ScoredField(
                "net",
                2,
                FieldState.FILLED,
                List.of(),
                List.of(first.crops().get(0), second.crops().get(1)));

        List<FieldReading> readings =
                DECODER.decode(List.of(net, field("vat", "08", 0.9999), field("gross", "19", 0.9999)));

        assertThat(readings).extracting(FieldReading::decision).containsOnly(Decision.ACCEPT);
        assertThat(readings).extracting(FieldReading::value).containsExactly("11", "08", "19");
        assertThat(readings.get(0).checks()).isEqualTo(FieldReading.Checks.CORRECTED);
    }

    /** Either 44 or 08 would do, so that nobody knows which; but 49 is right with both of them. */
    @Test
    void aSumThatTwoDigitsMayHaveBrokenRefusesTheTwo() {
        List<FieldReading> readings = DECODER.decode(List.of(
                doubtful("net", "41", 1, 4, 0.3), doubtful("vat", "05", 1, 8, 0.3), field("gross", "49", 0.9999)));

        assertThat(readings)
                .extracting(FieldReading::decision)
                .containsExactly(Decision.REVIEW, Decision.REVIEW, Decision.ACCEPT);
        assertThat(readings).extracting(FieldReading::value).containsExactly("41", "05", "49");
        assertThat(readings.get(1).gates()).containsExactly("the sum net + vat = gross does not hold");
        assertThat(readings.get(2).confidence()).isBetween(0.99, 0.999);
    }

    /** No single digit makes it 94, and a writer who added up wrongly is no reason to believe what is read. */
    @Test
    void aSumThatNoDigitExplainsRefusesAllItsFields() {
        List<FieldReading> readings =
                DECODER.decode(List.of(field("net", "40", 0.97), field("vat", "08", 0.97), field("gross", "94", 0.97)));

        assertThat(readings).allSatisfy(reading -> assertThat(reading.gates())
                .containsExactly("the sum net + vat = gross does not hold"));
    }

    @Test
    void aSumWithoutATotalSaysNothing() {
        assertThat(decisions(
                        field("net", "40", 0.9999),
                        field("vat", "08", 0.9999),
                        new ScoredField("gross", 0, FieldState.BLANK, List.of(), List.of())))
                .containsExactly(Decision.ACCEPT, Decision.ACCEPT, Decision.BLANK);
    }

    @Test
    void aSumOfWhichAPartWasCrossedOutSaysNothing() {
        assertThat(decisions(
                        field("net", "40", 0.9999),
                        new ScoredField("vat", 0, FieldState.CROSSED_OUT, List.of("crossed out"), List.of()),
                        field("gross", "48", 0.9999)))
                .containsExactly(Decision.ACCEPT, Decision.BLANK, Decision.ACCEPT);
    }

    @Test
    void anEmptyFieldCountsAsNought() {
        assertThat(decisions(
                        field("net", "40", 0.97),
                        new ScoredField("vat", 0, FieldState.BLANK, List.of(), List.of()),
                        field("gross", "40", 0.97)))
                .containsExactly(Decision.ACCEPT, Decision.BLANK, Decision.ACCEPT);
    }

    @Test
    void saysNothingWhereAFieldWasNotRead() {
        List<ScoredCrop> half = new ArrayList<>(field("vat", "08", 0.9999).crops());
        half.remove(1);

        assertThat(decisions(
                        field("net", "40", 0.9999),
                        new ScoredField("vat", 2, FieldState.FILLED, List.of(), half),
                        field("gross", "99", 0.9999)))
                .containsExactly(Decision.ACCEPT, Decision.REVIEW, Decision.ACCEPT);
    }

    @Test
    void aFieldThatIsRefusedAnywaySaysNothingAgainstTheOthers() {
        ScoredField lost = new ScoredField(
                "net",
                2,
                FieldState.FILLED,
                List.of("lines not found"),
                field("net", "77", 0.9999).crops());

        List<FieldReading> readings =
                DECODER.decode(List.of(lost, field("vat", "08", 0.9999), field("gross", "48", 0.9999)));

        assertThat(readings)
                .extracting(FieldReading::decision)
                .containsExactly(Decision.REVIEW, Decision.ACCEPT, Decision.ACCEPT);
    }

    @Test
    void raisesNothingAboveAGate() {
        ScoredField lost = new ScoredField(
                "net",
                2,
                FieldState.FILLED,
                List.of("lines not found"),
                field("net", "40", 0.97).crops());

        List<FieldReading> readings =
                DECODER.decode(List.of(lost, field("vat", "08", 0.97), field("gross", "48", 0.97)));

        assertThat(readings.get(0).confidence()).isGreaterThan(0.95);
        assertThat(readings.get(0).decision()).isEqualTo(Decision.REVIEW);
        assertThat(readings.get(0).reasons()).containsExactly("lines not found");
    }
}
