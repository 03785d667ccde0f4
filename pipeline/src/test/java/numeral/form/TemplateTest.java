package numeral.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import numeral.form.page.Box;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {
    private static final String GOOD =
            """
            {"name": "two", "page": {"width_mm": 100, "height_mm": 80},
             "registration": {"marks": [{"x_mm": 5, "y_mm": 5, "size_mm": 4}, {"x_mm": 95, "y_mm": 5, "size_mm": 4},
               {"x_mm": 5, "y_mm": 75, "size_mm": 4}]},
             "fields": [
               {"name": "a", "type": "cells", "x_mm": 10, "y_mm": 20, "cell_w_mm": 6, "cell_h_mm": 8, "pitch_mm": 7, "length": 4,
                "required": true, "checks": [{"type": "luhn"}, {"type": "regex", "pattern": "[1-9].*"}]},
               {"name": "b", "type": "strip", "x_mm": 10, "y_mm": 40, "w_mm": 60, "h_mm": 9, "length": 8,
                "sensitive": true, "checks": [{"type": "date", "format": "ddMMyyyy"}]}]}
            """;

    @Test
    void readsEveryPart() {
        Template template = Template.parse(GOOD);

        assertThat(template.id()).matches("two@[0-9a-f]{12}");
        assertThat(template.lineMm()).isEqualTo(0.3);
        FieldSpec cells = template.field("a");
        assertThat(cells.boxMm()).isEqualTo(new Box(10, 20, 27, 8));
        assertThat(cells.required()).isTrue();
        assertThat(cells.minLength()).isEqualTo(4);
        assertThat(Template.parse(GOOD.replace("\"length\": 4", "\"length\": 4, \"min_length\": 2"))
                        .field("a")
                        .minLength())
                .isEqualTo(2);
        assertThat(cells.checks()).hasSize(2).contains(Checksum.LUHN);
        assertThat(template.field("b").layout()).isEqualTo(new Layout.Strip(10, 40, 60, 9));
        assertThat(template.field("b").sensitive()).isTrue();
    }

    @Test
    void readsTheCodeThatNamesTheForm() {
        Template template = Template.parse(withCode("\"code128\", \"x_mm\": 50, \"y_mm\": 60", "F-[0-9]+"));

        assertThat(template.identity()).isInstanceOfSatisfying(Identity.Code.class, code -> {
            assertThat(code.symbology()).isEqualTo(Symbology.CODE128);
            assertThat(code.placeMm()).isEqualTo(new Box(50, 60, 30, 9));
            assertThat(code.matches("F-12")).isTrue();
            assertThat(code.matches("F-12a")).isFalse();
        });
        assertThat(Template.parse(GOOD).identity()).isEqualTo(new Identity.Looks());
    }

    @Test
    void refusesCodesThatCannotBe() {
        TemplateException refusal = catchThrowableOfType(
                TemplateException.class,
                () -> Template.parse(withCode("\"qr2\", \"x_mm\": 90, \"y_mm\": 60, \"dpi\": 3", "F-[0-9")));

        assertThat(refusal.problems())
                .contains("code at x 90.0 y 60.0 lies outside the page")
                .anySatisfy(problem -> assertThat(problem)
                        .isEqualTo("code.type is qr2: expected one of "
                                + "qr, datamatrix, aztec, pdf417, code128, code39, ean13, ean8, itf"))
                .anySatisfy(problem -> assertThat(problem).startsWith("code.dpi is not a known key"))
                .anySatisfy(problem ->
                        assertThat(problem).startsWith("code.value is F-[0-9: expected a regular expression"));
    }

    private static String withCode(String typeAndPlace, String value) {
        return GOOD.strip()
                .replaceFirst(
                        "}$",
                        ", \"code\": {\"type\": " + typeAndPlace + ", \"w_mm\": 30, \"h_mm\": 9, \"value\": \"" + value
                                + "\"}}");
    }

    @Test
    void readsSumsAcrossFields() {
        Template template = Template.parse(withSum("{\"sum\": [\"a\"], \"equals\": \"b\"}"));

        assertThat(template.sums()).containsExactly(new FieldSum(List.of("a"), "b"));
    }

    @Test
    void refusesSumsOfFieldsThatAreNot() {
        TemplateException refusal = catchThrowableOfType(
                TemplateException.class,
                () -> Template.parse(
                        withSum("{\"sum\": [\"a\", \"c\"], \"equals\": \"a\"}, {\"sum\": [], \"equals\": \"b\"}")));

        assertThat(refusal.problems())
                .contains(
                        "checks[1].sum is []: expected an array of 1 or more texts",
                        "check a + c = a: there is no field c",
                        "check a + c = a: field a appears twice");
    }

    @Test
    void refusesCombsThatHangFromNothing() {
        String bad = GOOD.replaceFirst("\"pitch_mm\"", "\"open\": true, \"hanging\": true, \"pitch_mm\"");

        TemplateException refusal = catchThrowableOfType(TemplateException.class, () -> Template.parse(bad));

        assertThat(refusal.problems())
                .containsExactly("fields[0].hanging is true: expected false where open is true: there is no upper side"
                        + " to hang from");
    }

    private static String withSum(String sums) {
        return GOOD.strip().replaceFirst("}$", ", \"checks\": [" + sums + "]}");
    }

    @Test
    void changesItsIdWithItsText() {
        assertThat(Template.parse(GOOD).id())
                .isNotEqualTo(Template.parse(GOOD + " ").id());
    }

    @Test
    void reportsAllProblemsAtOnce() {
        String bad = GOOD.replace("\"height_mm\": 80", "\"height_mm\": 80, \"depth_mm\": 1")
                .replace("\"length\": 4,", "\"length\": 4.5,")
                .replace("\"w_mm\": 60", "\"w_mm\": -60")
                .replace("ddMMyyyy", "ddJJyyyy")
                .replace("\"luhn\"", "\"lune\"")
                .replace("[1-9].*", "[1-9");

        TemplateException refusal = catchThrowableOfType(TemplateException.class, () -> Template.parse(bad));

        assertThat(refusal.problems())
                .satisfiesExactlyInAnyOrder(
                        problem -> assertThat(problem).startsWith("page.depth_mm is not a known key"),
                        problem -> assertThat(problem)
                                .isEqualTo("fields[0].length is 4.5: expected a whole number from 1 to 64"),
                        problem -> assertThat(problem).isEqualTo("fields[1].w_mm is -60: expected a number above 0"),
                        problem -> assertThat(problem)
                                .startsWith("fields[1].checks[0].format is ddJJyyyy: expected a pattern such as"),
                        problem -> assertThat(problem).startsWith("fields[0].checks[0].type is lune: expected luhn,"),
                        problem -> assertThat(problem)
                                .startsWith("fields[0].checks[1].pattern is [1-9: expected a regular expression"));
        assertThat(refusal).hasMessageStartingWith("template two: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"x_mm\": 10, \"y_mm\": 40 | \"x_mm\": 60, \"y_mm\": 40 | field b at x 60.0 y 40.0 w 60.0 h 9.0 lies outside",
                "\"x_mm\": 10, \"y_mm\": 40 | \"x_mm\": 10, \"y_mm\": 25 | fields a and b overlap",
                "\"name\": \"b\" | \"name\": \"a\" | field a appears twice",
                "\"pitch_mm\": 7 | \"pitch_mm\": 5 | pitch_mm 5.0 is less than cell_w_mm 6.0",
                "\"x_mm\": 5, \"y_mm\": 75 | \"x_mm\": 50, \"y_mm\": 5 | no three marks that span a tenth of the page",
                "\"x_mm\": 95, \"y_mm\": 5 | \"x_mm\": 99, \"y_mm\": 5 | registration mark at x 97.0 y 3.0 w 4.0 h 4.0 mm lies outside",
                "\"name\": \"two\", | `` | name is missing",
                "\"type\": \"luhn\" | \"type\": \"isbn13\" | type is isbn13: expected a check for numbers of 4 digits",
                "\"length\": 8 | \"length\": 6 | format is ddMMyyyy: expected as many characters as the field has digits, 6",
                "\"length\": 8 | \"length\": 8, \"min_length\": 6 | min_length is 6: expected cells",
                "\"length\": 4 | \"length\": 4, \"min_length\": 5 | min_length is 5",
                "\"marks\" | \"dots\" | registration has neither of marks and lines",
                "\"type\": \"strip\" | \"type\": \"strap\" | type is strap: expected cells or strip",
            })
    void refusesByName(String good, String bad, String message) {
        assertThat(GOOD).contains(good);
        assertThatThrownBy(() -> Template.parse(GOOD.replace(good, bad)))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1]", "{\"name\": \"a\", \"name\": \"b\"}", "{} {}"})
    void refusesWhatIsNotOneJsonObject(String text) {
        assertThatThrownBy(() -> Template.parse(text)).isInstanceOf(TemplateException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"synthetic", "nist-hsf", "insurance"})
    void readsTheTemplatesThatShip(String name) throws IOException {
        Form form = Form.parse(Files.readString(Path.of("../conf/templates/" + name + ".json")));

        assertThat(form.name()).isEqualTo(name);
        assertThat(form.pages()).allSatisfy(page -> assertThat(page.fields()).isNotEmpty());
    }
}
