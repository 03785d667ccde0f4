package numeral.form.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThumbnailTest {
    /** A page of 210 x 297 mm at 300 dots per inch is reduced by three; one of its pixels has so many of nine in ink. */
    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0", "2, 1", "9, 1"})
    void forMarksABlockWithoutGreyIsInkByItsShare(int pixels, int ink) {
        int rowBytes = 2480 / 8;
        byte[] bits = new byte[rowBytes * 3508];
        Arrays.fill(bits, (byte) 0xff);
        for (int i = 0; i < pixels; i++) {
            int column = 300 + i % 3;
            bits[(600 + i / 3) * rowBytes + column / 8] &= (byte) ~(0x80 >> column % 8);
        }

        Thumbnail thumbnail = Thumbnail.forMarks(new BilevelPage(2480, 3508, bits), 210, 297);

        assertThat(thumbnail.fx()).isEqualTo(3);
        assertThat(thumbnail.ink().area()).isEqualTo(ink);
        assertThat(thumbnail.ink().at(100, 200)).isEqualTo(ink == 1);
    }
}
