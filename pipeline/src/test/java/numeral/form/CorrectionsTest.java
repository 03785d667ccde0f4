package numeral.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import java.awt.geom.Point2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What writers take back, on drawn fields. */
class CorrectionsTest {
    private static final Template FORM = DrawnForm.shipped("synthetic");
    private static final FormReader READER = new FormReader(FORM, FormSettings.from(ConfigFactory.defaultReference()));

    private static FieldRegion read(DrawnForm form, String field, int dpi) {
        return ((PageReading.Registered) READER.read(form.scan(dpi)))
                .regions().stream()
                        .filter(region -> region.field().equals(field))
                        .findFirst()
                        .orElseThrow();
    }

    private static FieldRegion struck(String field, String digits, double y1, double y2) {
        return read(
                new DrawnForm(FORM)
                        .write(field, digits)
                        .strike(field, new Point2D.Double(0.02, y1), new Point2D.Double(0.98, y2)),
                field,
                200);
    }

    @ParameterizedTest
    @CsvSource({
        "card_number, 4111111111111111, 0.5, 0.5",
        "postcode, 10789, 0.3, 0.7",
        "date, 29022024, 0.7, 0.35",
        "isbn, 9780306406157, 0.4, 0.6",
        "account, 0123456785, 0.5, 0.5",
        "count, 907, 0.35, 0.65",
    })
    void aStrokeFromEndToEndCrossesAFieldOut(String field, String digits, double y1, double y2) {
        FieldRegion region = struck(field, digits, y1, y2);

        assertThat(region.state()).isEqualTo(FieldState.CROSSED_OUT);
        assertThat(region.reasons())
                .last()
                .asString()
                .matches("crossed out: a stroke runs through [0-9]+ mm of the field");
    }

    @Test
    void twoStrokesCrossAFieldOutAsWell() {
        DrawnForm form = new DrawnForm(FORM)
                .write("amount", "0123456")
                .strike("amount", new Point2D.Double(0.02, 0.3), new Point2D.Double(0.98, 0.7))
                .strike("amount", new Point2D.Double(0.02, 0.7), new Point2D.Double(0.98, 0.3));

        assertThat(read(form, "amount", 300).state()).isEqualTo(FieldState.CROSSED_OUT);
    }

    @Test
    void anEmptyFieldThatIsStruckThroughIsCrossedOut() {
        assertThat(struck("phone", "", 0.5, 0.5).state()).isEqualTo(FieldState.CROSSED_OUT);
    }

    @Test
    void aStrokeThroughSomeDigitsOverwritesTheField() {
        DrawnForm form = new DrawnForm(FORM)
                .write("phone", "03012345678")
                .strike("phone", new Point2D.Double(0.02, 0.5), new Point2D.Double(0.35, 0.5));

        FieldRegion region = read(form, "phone", 200);
        assertThat(region.state()).isEqualTo(FieldState.OVERWRITTEN);
        assertThat(region.reasons()).last().asString().startsWith("crossed out in part: ");
    }

    @Test
    void aBlackenedDigitOverwritesTheField() {
        DrawnForm form = new DrawnForm(FORM).write("postcode", "10889");
        for (double y = 0.2; y < 0.8; y += 0.04) {
            form.strike("postcode", new Point2D.Double(0.44, y), new Point2D.Double(0.56, y));
        }

        FieldRegion region = read(form, "postcode", 300);
        assertThat(region.state()).isEqualTo(FieldState.OVERWRITTEN);
        assertThat(region.reasons()).containsExactly("overwritten: digit 3 is blackened");
    }

    @ParameterizedTest
    @CsvSource({"count, 222, -0.6", "count, 777, -0.6", "account, 0808080808, -0.4"})
    void digitsThatTouchAreNotCrossedOut(String field, String digits, double gapMm) {
        DrawnForm form = new DrawnForm(FORM).write(field, digits, 0, gapMm);

        assertThat(read(form, field, 200).state()).isEqualTo(FieldState.FILLED);
    }

    @ParameterizedTest
    @CsvSource({"postcode, 88000", "amount, 7777777", "net, 222222222", "card_number, 5555555555555555", "phone, '', "})
    void cellsAreFilledOrBlank(String field, String digits) {
        assertThat(read(new DrawnForm(FORM).write(field, digits, 1.2, 0), field, 200)
                        .state())
                .isEqualTo(digits.isEmpty() ? FieldState.BLANK : FieldState.FILLED);
    }
}
