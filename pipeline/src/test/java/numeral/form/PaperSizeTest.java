package numeral.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaperSizeTest {
    @Test
    void takesWhatAPersonSays() {
        assertThat(PaperSize.ofWidth(1000, 1500, 200)).isEqualTo(new PaperSize(200, 300, "given width"));
        assertThat(PaperSize.ofDpi(1000, 2000, 254)).isEqualTo(new PaperSize(100, 200, "given resolution"));
    }

    @ParameterizedTest
    @CsvSource({
        // an honest declaration, then one of 72 dots that would make a sheet of 875 mm, then none, for Letter, A4 and
        // A4 turned
        "2480, 3508, 300, 210.0, declared 300 dpi",
        "2480, 3508, 72, 210.0, shape of A4",
        "2480, 3508, 1, 210.0, shape of A4",
        "1700, 2200, , 215.9, shape of Letter",
        "3508, 2480, , 297.0, shape of A4",
        "1000, 1100, , 210.0, assumed width of A4"
    })
    void guessesTheSheet(int widthPx, int heightPx, Double dpi, double widthMm, String basis) {
        OptionalDouble declared = dpi == null ? OptionalDouble.empty() : OptionalDouble.of(dpi);

        PaperSize size = PaperSize.guess(widthPx, heightPx, declared);

        assertThat(size.widthMm()).isCloseTo(widthMm, within(0.1));
        assertThat(size.heightMm()).isCloseTo(widthMm * heightPx / widthPx, within(0.1));
        assertThat(size.basis()).isEqualTo(basis);
    }
}
