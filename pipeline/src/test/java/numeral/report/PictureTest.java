package numeral.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class PictureTest {
    @Test
    void digitsAreDarkInkOnWhitePaperSideBySide() throws Exception {
        String uri = Picture.strip(List.of(new byte[784], SampleReport.digit()));

        var image = Picture.decode(Base64.getDecoder().decode(uri.substring("data:image/png;base64,".length())));

        assertThat(image.getWidth()).isEqualTo(57);
        assertThat(image.getHeight()).isEqualTo(28);
        assertThat(image.getRaster().getSample(29 + 14, 14, 0)).as("ink").isZero();
        assertThat(image.getRaster().getSample(14, 14, 0)).as("paper").isEqualTo(255);
        assertThat(image.getRaster().getSample(28, 14, 0)).as("gap").isEqualTo(255);
    }

    @Test
    void refusesImagesOfAnotherSize() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Picture.digit(new byte[100]))
                .withMessage("digit image has 100 bytes, expected 784");
    }
}
