package numeral.synth;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import java.util.List;
import java.util.Optional;
import numeral.form.FieldRegion;
import numeral.form.FormReader;
import numeral.form.FormSettings;
import numeral.form.Layout;
import numeral.form.PageReading;
import numeral.form.Template;
import numeral.form.page.Raster;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SynthPagesAreReadableTest {
    private static final int PAGES = 6;

    @ParameterizedTest
    @EnumSource(
            value = Suite.class,
            names = {"CLEAN", "OFFICE"})
    void theFormReaderFindsFormAndDigits(Suite suite) {
        Template template = SyntheticTemplate.load();
        FormPrinter printer =
                new FormPrinter(template, SyntheticTemplate.settings(0.1, 0), suite.effects(), Optional.empty(), 23);
        FormReader reader = new FormReader(template, FormSettings.from(ConfigFactory.load()));
        int cells = 0;
        int found = 0;
        for (int number = 0; number < PAGES; number++) {
            FormPage page = printer.page(number, Resolution.square(200));
            PageReading reading = reader.read(new Raster(
                    page.scan().width(), page.scan().height(), page.scan().grey()));
            assertThat(reading).as("page " + number).isInstanceOf(PageReading.Registered.class);
            List<FieldRegion> regions = ((PageReading.Registered) reading).regions();
            for (int i = 0; i < regions.size(); i++) {
                FilledField field = page.truth().fields().get(i);
                if (field.spec().layout() instanceof Layout.Cells && field.state() == FilledField.State.FILLED) {
                    cells += field.spec().length();
                    found += regions.get(i).crops().size();
                }
            }
        }
        assertThat(found).isBetween((int) (0.97 * cells), cells);
    }
}
