package numeral.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.typesafe.config.ConfigFactory;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import numeral.form.decide.FieldReading;
import numeral.form.page.Box;
import numeral.form.page.Raster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormReaderTest {
    private static final Template FORM = DrawnForm.shipped("synthetic");
    private static final FormSettings SETTINGS = FormSettings.from(ConfigFactory.defaultReference());
    private static final FormReader READER = new FormReader(FORM, SETTINGS);
    private static final Map<String, String> VALUES = values();

    private static Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("card_number", "4111111111111111");
        values.put("date", "29022024");
        values.put("amount", "0123456");
        values.put("postcode", "10789");
        values.put("phone", "03012345678");
        values.put("isbn", "9780306406157");
        values.put("account", "0123456785");
        values.put("count", "907");
        values.put("net", "010203040");
        values.put("tax", "000500600");
        values.put("total", "010703640");
        return values;
    }

    private static DrawnForm filled() {
        DrawnForm form = new DrawnForm(FORM);
        VALUES.forEach(form::write);
        return form;
    }

    private static Map<String, String> readAll(PageReading reading) {
        assertThat(reading).isInstanceOf(PageReading.Registered.class);
        Map<String, String> values = new LinkedHashMap<>();
        for (FieldRegion region : ((PageReading.Registered) reading).regions()) {
            values.put(
                    region.field(),
                    Prototypes.read(FORM.field(region.field()), region).value());
        }
        return values;
    }

    private static FieldRegion region(PageReading reading, String field) {
        assertThat(reading).isInstanceOf(PageReading.Registered.class);
        return ((PageReading.Registered) reading)
                .regions().stream()
                        .filter(region -> region.field().equals(field))
                        .findFirst()
                        .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(ints = {150, 200, 300, 400})
    void readsACleanScan(int dpi) {
        PageReading reading = READER.read(filled().scan(dpi));

        assertThat(readAll(reading)).isEqualTo(VALUES);
        PageReading.Registered registered = (PageReading.Registered) reading;
        assertThat(registered.dpi()).isCloseTo(dpi, within(0.5));
        assertThat(registered.angleDeg()).isCloseTo(0, within(0.05));
        assertThat(registered.residualMm()).isLessThan(0.1);
        assertThat(registered.regions()).allSatisfy(region -> {
            assertThat(region.reasons()).isEmpty();
            assertThat(region.residualMm()).isLessThan(0.1);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "0, 3, 0, 0, 1, 1",
        "0, -3, 0, 0, 1, 1",
        "0, 4.8, 0, 0, 1, 1",
        "0, 0, 6, -5, 1, 1",
        "0, 0, 0, 0, 1.015, 0.985",
        "90, 0, 0, 0, 1, 1",
        "180, 0, 0, 0, 1, 1",
        "270, 0, 0, 0, 1, 1",
        "90, 2, 3, 3, 1.01, 1",
        "180, -2, -3, 3, 1, 1.01",
        "270, 1.5, 3, -3, 0.99, 1",
    })
    void findsTheFormHoweverItLies(double turn, double skew, double dx, double dy, double sx, double sy) {
        boolean sideways = turn % 180 != 0;
        double width = sideways ? FORM.heightMm() : FORM.widthMm();
        double height = sideways ? FORM.widthMm() : FORM.heightMm();
        AffineTransform placement = new AffineTransform();
        placement.translate(width / 2 + dx, height / 2 + dy);
        placement.rotate(Math.toRadians(turn + skew));
        placement.scale(sx, sy);
        placement.translate(-FORM.widthMm() / 2, -FORM.heightMm() / 2);

        PageReading reading = READER.read(filled().scan(200, 200, placement, width, height));

        assertThat(readAll(reading)).isEqualTo(VALUES);
        double angle = ((PageReading.Registered) reading).angleDeg();
        assertThat(Math.IEEEremainder(angle - turn - skew, 360)).isCloseTo(0, within(0.1));
    }

    @Test
    void readsAMirroredPageAndSaysSo() {
        AffineTransform mirror = new AffineTransform(-1, 0, 0, 1, FORM.widthMm(), 0);

        PageReading reading = READER.read(filled().scan(200, 200, mirror));

        assertThat(readAll(reading)).isEqualTo(VALUES);
        assertThat(((PageReading.Registered) reading).warnings()).containsExactly("page is mirrored");
        assertThat(((PageReading.Registered) reading).angleDeg()).isCloseTo(0, within(0.1));
    }

    @Test
    void readsAFaxWithPixelsTwiceAsHighAsWide() {
        PageReading reading = READER.read(filled().scan(204, 98, new AffineTransform()));

        assertThat(readAll(reading)).isEqualTo(VALUES);
    }

    @Test
    void readsFaintNoisyUnevenlyLitPaper() {
        Raster page = filled().scan(200);
        Random random = new Random(7);
        for (int i = 0; i < page.grey().length; i++) {
            double light = 0.65 + 0.35 * (i % page.width()) / page.width();
            double grey = 90 + 150 * (page.grey()[i] & 0xff) / 255.0;
            page.grey()[i] = (byte) Math.max(0, Math.min(255, light * grey + 6 * random.nextGaussian()));
        }

        assertThat(readAll(READER.read(page))).isEqualTo(VALUES);
    }

    @Test
    void tellsWhereEachDigitStands() {
        FieldRegion region = region(READER.read(filled().scan(300)), "postcode");

        Box first = region.crops().get(0).mm();
        Box cell = ((Layout.Cells) FORM.field("postcode").layout()).cellMm(0);
        assertThat(cell.contains(first)).isTrue();
        assertThat(first.h()).isCloseTo(0.62 * 9 + 0.45, within(0.2));
        assertThat(region.px().x()).isCloseTo(20 / 25.4 * 300, within(1.0));
        assertThat(region.mm()).isEqualTo(FORM.field("postcode").boxMm());
    }

    @ParameterizedTest
    @ValueSource(doubles = {-2.2, -1.5, 1.5, 2.2})
    void keepsDigitsThatCrossTheirBox(double dropMm) {
        PageReading reading = READER.read(
                new DrawnForm(FORM).write("postcode", "40789", dropMm, 0).scan(300));

        FieldRegion region = region(reading, "postcode");
        assertThat(Prototypes.read(FORM.field("postcode"), region).value()).isEqualTo("40789");
    }

    @Test
    void keepsAFootThatRunsAlongTheLine() {
        PageReading reading = READER.read(new DrawnForm(FORM)
                .write("phone", "77777777777")
                .strike("phone", new Point2D.Double(0.285, 0.985), new Point2D.Double(0.35, 0.945))
                .scan(300));

        List<Crop> crops = region(reading, "phone").crops();
        double bottom = crops.get(0).mm().bottom();
        assertThat(crops).hasSize(11);
        assertThat(crops.get(3).mm().bottom()).isGreaterThan(bottom + 0.5);
        assertThat(crops.get(4).mm().bottom()).isCloseTo(bottom, within(0.1));
    }

    @ParameterizedTest
    @CsvSource({"907, -0.3", "580, -0.3", "244, -0.45", "336, -0.3", "909, -0.4"})
    void partsDigitsThatTouch(String digits, double gapMm) {
        PageReading reading =
                READER.read(new DrawnForm(FORM).write("count", digits, 0, gapMm).scan(300));

        FieldRegion region = region(reading, "count");
        FieldReading read = Prototypes.read(FORM.field("count"), region);
        assertThat(read.value()).isEqualTo(digits);
        assertThat(read.chosen()).hasSize(3);
    }

    @Test
    void aCutCostsWhatInkItGoesThrough() {
        assertThat(costOf("580", -0.5)).as("beside each other").isZero();
        assertThat(costOf("580", -0.6)).as("touching by a pixel").isBetween(0.01, 1.0);
        assertThat(costOf("907", -0.6)).as("one stroke into another").isGreaterThan(2);
    }

    /** What geometry alone says against the way the digits were cut. */
    private static double costOf(String digits, double gapMm) {
        FieldRegion region = region(
                READER.read(new DrawnForm(FORM).write("count", digits, 0, gapMm).scan(300)), "count");
        FieldReading read = Prototypes.read(FORM.field("count"), region);
        return read.chosen().stream()
                .mapToDouble(arc -> region.crops().get(arc).cost())
                .sum();
    }

    @Test
    void leavesEmptyFieldsAndCellsEmpty() {
        PageReading reading =
                READER.read(new DrawnForm(FORM).write("postcode", "1_78_").scan(300));

        FieldRegion partly = region(reading, "postcode");
        assertThat(partly.crops()).extracting(Crop::from).containsExactly(0, 2, 3);
        assertThat(partly.nodes()).isEqualTo(5);
        for (String field : new String[] {"phone", "count", "card_number"}) {
            FieldRegion empty = region(reading, field);
            assertThat(empty.nodes()).as(field).isZero();
            assertThat(empty.crops()).as(field).isEmpty();
        }
    }

    @Test
    void aPageThatIsBlackAllOverIsBlank() {
        Raster page = new DrawnForm(FORM).scan(200);
        Arrays.fill(page.grey(), (byte) 0);

        assertThat(READER.read(page))
                .isEqualTo(new PageReading.Refused(
                        FORM.id(), "", PageReading.Kind.BLANK_PAGE, "100.000 % of the page is ink"));
    }

    @Test
    void refusesABlankPage() {
        Raster page = new DrawnForm(FORM).scan(200);
        Arrays.fill(page.grey(), (byte) 250);

        PageReading reading = READER.read(page);

        assertThat(reading)
                .isEqualTo(new PageReading.Refused(
                        FORM.id(), "", PageReading.Kind.BLANK_PAGE, "0.000 % of the page is ink"));
    }

    @Test
    void refusesAFormWithoutItsMarks() {
        PageReading reading = READER.read(filled().withMarks(2).scan(200));

        assertThat(reading)
                .isEqualTo(new PageReading.Refused(
                        FORM.id(),
                        "",
                        PageReading.Kind.REGISTRATION_FAILED,
                        "fewer than 3 of the form's registration marks were found"));
    }

    @Test
    void refusesAnotherFormWithTheSameMarks() throws IOException {
        String other = Files.readString(Path.of("../conf/templates/synthetic.json"))
                .replaceAll("\"y_mm\": (60|85|110|135|160)", "\"y_mm\": 2$1");
        Template moved =
                Template.parse(other.replace("2160", "70").replace("2135", "95").replace("2110", "120"));

        PageReading reading = READER.read(new DrawnForm(moved).scan(200));

        assertThat(reading).isInstanceOfSatisfying(PageReading.Refused.class, refused -> {
            assertThat(refused.kind()).isEqualTo(PageReading.Kind.UNKNOWN_FORM);
            assertThat(refused.reason()).contains("of the form's printed lines were found: expected 50 %");
        });
    }

    @Test
    void refusesAPageOfAnotherShape() {
        PageReading reading = READER.read(new Raster(1300, 1300, new byte[1300 * 1300]));

        assertThat(reading).isInstanceOfSatisfying(PageReading.Refused.class, refused -> assertThat(refused.reason())
                .contains("page of 1300 x 1300 pixels has not the shape of the form's 210 x 297 mm"));
    }

    @Test
    void registersOnLines() {
        Template lined = DrawnForm.shipped("nist-hsf");
        AffineTransform placement =
                AffineTransform.getRotateInstance(Math.toRadians(182), lined.widthMm() / 2, lined.heightMm() / 2);

        PageReading reading = new FormReader(lined, SETTINGS)
                .read(new DrawnForm(lined).write("r4f3", "625502").scan(200, 200, placement));

        FieldReading read = Prototypes.read(lined.field("r4f3"), region(reading, "r4f3"));
        assertThat(read.value()).isEqualTo("625502");
        assertThat(((PageReading.Registered) reading).angleDeg()).isCloseTo(-178, within(0.1));
        assertThat(((PageReading.Registered) reading).residualMm()).isLessThan(0.1);
    }

    @Test
    void doesNotTakeOneFormForAnother() {
        PageReading reading = new FormReader(DrawnForm.shipped("nist-hsf"), SETTINGS).read(filled().scan(200));

        assertThat(reading).isInstanceOfSatisfying(PageReading.Refused.class, refused -> assertThat(refused.kind())
                .isEqualTo(PageReading.Kind.UNKNOWN_FORM));
    }
}
