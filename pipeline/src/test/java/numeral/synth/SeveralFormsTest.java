package numeral.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigFactory;
import java.util.List;
import java.util.Optional;
import numeral.form.Form;
import numeral.form.FormReader;
import numeral.form.FormSettings;
import numeral.form.PageReading;
import numeral.form.Template;
import numeral.form.page.Raster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Printed and scanned forms are told apart by their codes, else by their looks. */
class SeveralFormsTest {
    private static final FormSettings SETTINGS = FormSettings.from(ConfigFactory.defaultReference());
    private static final String QR =
            "\"code\": {\"type\": \"qr\", \"x_mm\": 160, \"y_mm\": 25, \"w_mm\": 18, \"h_mm\": 18, \"value\": \"CLAIM\"}";
    private static final String ROW = field("row", 60, 12);

    private static String field(String name, int yMm, int length) {
        return "{\"name\": \"" + name + "\", \"type\": \"cells\", \"x_mm\": 20, \"y_mm\": " + yMm
                + ", \"cell_w_mm\": 7, \"cell_h_mm\": 9, \"pitch_mm\": 8, \"length\": " + length + "}";
    }

    private static Template template(String name, String code, String... fields) {
        return SynthForms.printable("{\"name\": \"" + name + "\", \"page\": {\"width_mm\": 210, \"height_mm\": 297}, "
                + (code.isEmpty() ? "" : code + ", ")
                + "\"registration\": {\"marks\": [{\"x_mm\": 15, \"y_mm\": 15, \"size_mm\": 6}, {\"x_mm\": 30, \"y_mm\": 15, \"size_mm\": 6},"
                + " {\"x_mm\": 195, \"y_mm\": 15, \"size_mm\": 6}, {\"x_mm\": 15, \"y_mm\": 282, \"size_mm\": 6}]},"
                + " \"fields\": [" + String.join(", ", fields) + "]}");
    }

    private static Raster page(Template template, Suite suite, Mishap mishap, Resolution resolution) {
        Scan scan = new FormPrinter(template, SyntheticTemplate.settings(0, 0), suite.effects(), Optional.empty(), 5)
                .page(1, mishap, resolution)
                .scan();
        return new Raster(scan.width(), scan.height(), scan.grey());
    }

    private static Raster page(Template template) {
        return page(template, Suite.OFFICE, Mishap.NONE, Resolution.square(150));
    }

    private static PageReading read(Raster page, Template... templates) {
        return new FormReader(List.of(templates).stream().map(Form::of).toList(), SETTINGS).read(page);
    }

    private static void isRead(PageReading reading, Template as, String code) {
        assertThat(reading).isInstanceOfSatisfying(PageReading.Registered.class, found -> {
            assertThat(found.form()).isEqualTo(as.id());
            assertThat(found.code()).isEqualTo(code);
            assertThat(found.warnings()).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource({"OFFICE, NONE", "OFFICE, ROTATED_90", "HOSTILE, ROTATED_180", "FAX, NONE"})
    void aCodeTellsFormsApartThatLookTheSame(Suite suite, Mishap mishap) {
        Template claim = template("claim", QR, ROW);
        Template order = template("order", QR.replace("CLAIM", "ORDER"), ROW);
        Resolution resolution = suite == Suite.FAX ? new Resolution(204, 98) : Resolution.square(200);

        isRead(read(page(claim, suite, mishap, resolution), claim, order), claim, "CLAIM");
        isRead(read(page(order, suite, mishap, resolution), claim, order), order, "ORDER");
    }

    @ParameterizedTest
    @CsvSource({
        "datamatrix, 14, 14, CLAIM", "aztec, 14, 14, CLAIM", "pdf417, 45, 14, CLAIM", "code128, 40, 9, CLAIM",
        "code39, 40, 9, CLAIM", "ean13, 35, 12, 4006381333931", "ean8, 25, 12, 96385074", "itf, 30, 9, 123456",
    })
    void readsEveryKindOfCode(String type, int widthMm, int heightMm, String value) {
        Template claim = template(
                "claim",
                "\"code\": {\"type\": \"" + type + "\", \"x_mm\": 130, \"y_mm\": 25, \"w_mm\": " + widthMm
                        + ", \"h_mm\": " + heightMm + ", \"value\": \"" + value + "\"}",
                ROW);

        isRead(
                read(page(claim, Suite.CLEAN, Mishap.NONE, Resolution.square(200)), claim, template("plain", "", ROW)),
                claim,
                value);
    }

    @Test
    void aFormWithoutCodeIsToldByItsLooks() {
        Template one = template("one", "", ROW, field("second", 90, 9));
        Template other = template("other", "", field("a", 75, 12), field("b", 130, 5));

        isRead(read(page(one), one, other), one, "");
        isRead(read(page(other), one, other), other, "");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFormWithMoreBoxesIsNotTakenForItsOlderVersion(boolean olderFirst) {
        Template older = template("older", "", ROW, field("second", 90, 9));
        Template newer = template("newer", "", ROW, field("second", 90, 9), field("third", 120, 5));
        Template[] both = olderFirst ? new Template[] {older, newer} : new Template[] {newer, older};

        isRead(read(page(older), both), older, "");
        isRead(read(page(newer), both), newer, "");
    }

    @Test
    void twoFormsThatFitEquallyWellAreRefused() {
        Template one = template("one", "", ROW);
        Template other = template("other", "", ROW.replace("row", "line"));

        assertThat(read(page(one), one, other)).isInstanceOfSatisfying(PageReading.Refused.class, refused -> {
            assertThat(refused.kind()).isEqualTo(PageReading.Kind.UNKNOWN_FORM);
            assertThat(refused.reason())
                    .isEqualTo("fits two forms equally well: " + one.id() + ", page 1 and " + other.id() + ", page 1");
        });
    }

    @Test
    void theCodeOfAnotherFormRefusesThePage() {
        Template claim = template("claim", QR, ROW);
        Template order = template("order", QR.replace("CLAIM", "ORDER"), ROW);

        assertThat(read(page(order), claim)).isInstanceOfSatisfying(PageReading.Refused.class, refused -> {
            assertThat(refused.kind()).isEqualTo(PageReading.Kind.UNKNOWN_FORM);
            assertThat(refused.reason()).isEqualTo("the page's code is 'ORDER': expected CLAIM");
            assertThat(refused.code()).isEqualTo("ORDER");
        });
    }

    @Test
    void aCodeThatCannotBeReadIsAWarning() {
        Template claim = template("claim", QR, ROW);

        assertThat(read(page(template("claim", "", ROW)), claim))
                .isInstanceOfSatisfying(PageReading.Registered.class, found -> {
                    assertThat(found.warnings()).containsExactly("the form's code could not be read");
                    assertThat(found.code()).isEmpty();
                });
    }

    @Test
    void aPageOfNoneOfTheFormsIsUnknown() {
        Template one = template("one", "", field("far", 200, 9), field("farther", 240, 12));
        Template other = template("other", "", field("a", 75, 12), field("b", 130, 5));

        assertThat(read(page(SyntheticTemplate.load()), one, other))
                .isInstanceOfSatisfying(PageReading.Refused.class, refused -> assertThat(refused.kind())
                        .isEqualTo(PageReading.Kind.UNKNOWN_FORM));
    }

    @Test
    void aCodeWithManyValuesCannotBePrinted() {
        assertThatThrownBy(() -> template("claim", QR.replace("CLAIM", "CLAIM-[0-9]+"), ROW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "template claim: expected a code whose value is a plain text that can be printed, found CLAIM-[0-9]+");
    }
}
