package numeral.form.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.typesafe.config.ConfigFactory;
import java.awt.geom.AffineTransform;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import numeral.form.DrawnForm;
import numeral.form.FieldSpec;
import numeral.form.Form;
import numeral.form.FormReader;
import numeral.form.FormSettings;
import numeral.form.Layout;
import numeral.form.PageReading;
import numeral.form.PaperSize;
import numeral.form.Prototypes;
import numeral.form.Template;
import numeral.form.TemplateException;
import numeral.form.page.Raster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TemplateLearnerTest {
    private static final Template FORM = DrawnForm.shipped("synthetic");
    private static final FormSettings SETTINGS = FormSettings.from(ConfigFactory.defaultReference());

    /** What the page that is learned from looks like. */
    private enum Scan {
        BLANK(300) {
            @Override
            Raster page() {
                return new DrawnForm(FORM).scan(dpi());
            }
        },
        FILLED(200) {
            @Override
            Raster page() {
                return filled().scan(dpi());
            }
        },
        COARSE(110) {
            @Override
            Raster page() {
                return filled().scan(dpi());
            }
        },
        CROOKED(200) {
            @Override
            Raster page() {
                AffineTransform lean = AffineTransform.getRotateInstance(Math.toRadians(2.3), 105, 148);
                return filled().scan(dpi(), dpi(), lean);
            }
        },
        /** Pale lines on dark uneven paper, as in a photograph. */
        PALE(150) {
            @Override
            Raster page() {
                Raster page = filled().scan(dpi());
                Random random = new Random(3);
                for (int i = 0; i < page.grey().length; i++) {
                    double light = 0.6 + 0.4 * (i % page.width()) / page.width();
                    double grey = 130 + 90 * (page.grey()[i] & 0xff) / 255.0;
                    page.grey()[i] = (byte) Math.max(0, Math.min(255, light * grey + 5 * random.nextGaussian()));
                }
                return page;
            }
        };

        private final int dpi;

        Scan(int dpi) {
            this.dpi = dpi;
        }

        int dpi() {
            return dpi;
        }

        abstract Raster page();
    }

    private static DrawnForm filled() {
        return new DrawnForm(FORM)
                .write("card_number", "4111111111111111")
                .write("date", "11111117")
                .write("postcode", "10789")
                .write("phone", "03012345678")
                .write("isbn", "9780306406157")
                .write("account", "0123456785")
                .write("count", "907");
    }

    private static String learned(Raster page, int dpi) {
        TemplateLearner learner = new TemplateLearner("learned", false);
        learner.learn(page, PaperSize.ofDpi(page.width(), page.height(), dpi));
        return learner.json();
    }

    @ParameterizedTest
    @EnumSource(Scan.class)
    void findsEveryFieldAndReadsOtherPages(Scan scan) {
        Template template = Template.parse(learned(scan.page(), scan.dpi()));

        assertThat(template.fields()).hasSameSizeAs(FORM.fields());
        for (int i = 0; i < template.fields().size(); i++) {
            FieldSpec found = template.fields().get(i);
            FieldSpec drawn = FORM.fields().get(i);
            assertThat(found.name()).isEqualTo(String.format(Locale.ROOT, "field-%02d", i + 1));
            assertThat(found.layout()).as(drawn.name()).hasSameClassAs(drawn.layout());
            assertThat(found.boxMm().w())
                    .as(drawn.name())
                    .isCloseTo(drawn.boxMm().w(), within(0.3));
            assertThat(found.boxMm().h())
                    .as(drawn.name())
                    .isCloseTo(drawn.boxMm().h(), within(0.2));
            if (drawn.layout() instanceof Layout.Cells) {
                assertThat(found.length()).as(drawn.name()).isEqualTo(drawn.length());
            }
        }
        Raster other = new DrawnForm(FORM)
                .write("amount", "0123456")
                .write("postcode", "40789")
                .scan(200, 200, AffineTransform.getRotateInstance(-0.03, 105, 148));
        PageReading.Registered reading = (PageReading.Registered) new FormReader(template, SETTINGS).read(other);
        assertThat(value(template, reading, 2)).isEqualTo("0123456");
        assertThat(value(template, reading, 3)).isEqualTo("40789");
        assertThat(reading.regions())
                .allSatisfy(region -> assertThat(region.reasons()).isEmpty());
    }

    private static String value(Template template, PageReading.Registered reading, int field) {
        return Prototypes.read(template.fields().get(field), reading.regions().get(field))
                .value();
    }

    @Test
    void learnsAFormOfTwoPagesWhichAreToldApart() {
        Template second = DrawnForm.shipped("nist-hsf");
        Raster page1 = new DrawnForm(FORM).scan(150);
        Raster page2 = new DrawnForm(second).scan(150);
        TemplateLearner learner = new TemplateLearner("both", false);
        learner.learn(page1, PaperSize.ofDpi(page1.width(), page1.height(), 150));
        learner.learn(page2, PaperSize.ofDpi(page2.width(), page2.height(), 150));

        Form form = Form.parse(learner.json());

        assertThat(form.pages()).hasSize(2);
        assertThat(learner.fields()).isEqualTo(form.fields().size());
        FormReader reader = new FormReader(form, SETTINGS);
        assertThat(List.of(reader.read(page2), reader.read(page1)))
                .extracting(reading -> ((PageReading.Registered) reading).page())
                .containsExactly(2, 1);
    }

    @Test
    void refusesAPageWithoutBoxes() {
        Raster page = new DrawnForm(FORM).scan(100);
        Arrays.fill(page.grey(), (byte) 240);

        assertThatThrownBy(() -> learned(page, 100))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("page 1 shows no printed boxes");
    }
}
