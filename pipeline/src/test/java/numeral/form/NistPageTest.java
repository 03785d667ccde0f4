package numeral.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.typesafe.config.ConfigFactory;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import javax.imageio.ImageIO;
import numeral.SharedData;
import numeral.form.decide.FieldReading;
import numeral.form.page.Raster;
import org.junit.jupiter.api.Test;

/** A real page: form of NIST Special Database 19, 28 fields of free handwritten digits. */
class NistPageTest {
    private static Raster page() throws IOException {
        BufferedImage image =
                ImageIO.read(SharedData.require("forms/nist-hsf/hsf-page.png").toFile());
        BufferedImage grey = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        grey.createGraphics().drawImage(image, 0, 0, null);
        return new Raster(
                grey.getWidth(),
                grey.getHeight(),
                ((DataBufferByte) grey.getRaster().getDataBuffer()).getData());
    }

    @Test
    void isFoundAndCutWithoutAClassifier() throws IOException {
        Template template = DrawnForm.shipped("nist-hsf");
        FormSettings settings = FormSettings.from(ConfigFactory.defaultReference());

        PageReading reading = new FormReader(template, settings).read(page());

        assertThat(reading).isInstanceOfSatisfying(PageReading.Registered.class, registered -> {
            assertThat(registered.dpi()).isCloseTo(300, within(1.0));
            assertThat(registered.angleDeg()).isCloseTo(-0.25, within(0.1));
            assertThat(registered.residualMm()).isLessThan(0.15);
            assertThat(registered.regions()).hasSize(28).allSatisfy(region -> {
                assertThat(region.reasons()).isEmpty();
                assertThat(region.residualMm()).isLessThan(0.15);
                assertThat(region.ink()).isBetween(0.02, 0.2);
                assertPlausible(template.field(region.field()), region);
            });
        });
    }

    /** The cheapest path of the right length has digits of a digit's height and ink and no printed line in them. */
    private static void assertPlausible(FieldSpec field, FieldRegion region) {
        FieldReading cheapest = Prototypes.read(field, region);
        assertThat(cheapest.chosen()).as(field.name()).hasSize(field.length());
        for (int index : cheapest.chosen()) {
            Crop crop = region.crops().get(index);
            assertThat(crop.mm().h())
                    .as("height of digit %d of %s", index, field.name())
                    .isBetween(2.0, 8.5);
            assertThat(crop.inkMm2())
                    .as("ink of digit %d of %s", index, field.name())
                    .isBetween(0.5, 12.0);
            assertThat(crop.residue())
                    .as("residue of digit %d of %s", index, field.name())
                    .isLessThan(0.3);
        }
    }
}
