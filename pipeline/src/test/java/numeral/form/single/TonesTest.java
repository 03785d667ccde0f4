package numeral.form.single;

import static org.assertj.core.api.Assertions.assertThat;

import numeral.form.page.Raster;
import org.junit.jupiter.api.Test;

class TonesTest {
    /** A square of ink with a halo half as strong, on paper. */
    private static Raster square(int paper, int halo, int ink) {
        byte[] grey = new byte[400];
        for (int i = 0; i < grey.length; i++) {
            int from = Math.max(Math.abs(i % 20 - 10), Math.abs(i / 20 - 10));
            grey[i] = (byte) (from < 4 ? ink : from < 5 ? halo : paper);
        }
        return new Raster(20, 20, grey);
    }

    @Test
    void darkInkOnPaper() {
        Tones tones = Tones.of(square(210, 170, 60)).orElseThrow();

        assertThat(tones.darkInk()).isTrue();
        assertThat(tones.paper()).isEqualTo(210);
        assertThat(tones.isInk(60)).isTrue();
        assertThat(tones.isInk(170)).isFalse();
        assertThat(tones.fromPaper(60)).isEqualTo(150);
        assertThat(tones.fromPaper(170)).isEqualTo(40);
        assertThat(tones.fromPaper(230)).isZero();
    }

    @Test
    void lightInkOnABoard() {
        Tones tones = Tones.of(square(30, 70, 220)).orElseThrow();

        assertThat(tones.darkInk()).isFalse();
        assertThat(tones.paper()).isEqualTo(30);
        assertThat(tones.isInk(220)).isTrue();
        assertThat(tones.isInk(70)).isFalse();
        assertThat(tones.fromPaper(220)).isEqualTo(190);
        assertThat(tones.fromPaper(10)).isZero();
    }

    @Test
    void oneToneHasNone() {
        assertThat(Tones.of(square(128, 128, 128))).isEmpty();
    }
}
