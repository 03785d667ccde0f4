package numeral.form.single;

import static org.assertj.core.api.Assertions.assertThat;

import numeral.form.page.Raster;
import org.junit.jupiter.api.Test;

class FocusTest {
    /** An upright stroke, dark to its sides where it is crisp. */
    private static Raster stroke(int height, int width, int edge) {
        int whole = width + 2 * edge;
        byte[] ink = new byte[whole * height];
        for (int i = 0; i < ink.length; i++) {
            int fromSide = Math.min(i % whole, whole - 1 - i % whole);
            ink[i] = (byte) Math.min(255, 255 * (fromSide + 1) / (edge + 1));
        }
        return new Raster(whole, height, ink);
    }

    @Test
    void crispDigitsAreLeftAlone() {
        Raster crisp = stroke(100, 12, 2);
        assertThat(Focus.sharpened(crisp)).isSameAs(crisp);
    }

    @Test
    void aSoftStrokeBecomesNarrower() {
        Raster sharpened = Focus.sharpened(stroke(100, 4, 18));
        int row = sharpened.height() / 2;
        int strong = 0;
        int pale = 0;
        for (int x = 0; x < sharpened.width(); x++) {
            strong += sharpened.grey(x, row) > 200 ? 1 : 0;
            pale += sharpened.grey(x, row) > 0 && sharpened.grey(x, row) <= 200 ? 1 : 0;
        }
        // 41 pixels of a hundred, 18 of them soft to each side
        assertThat(strong * 100.0 / sharpened.height()).isGreaterThan(8);
        assertThat(pale * 100.0 / sharpened.height()).isLessThan(20);
    }

    @Test
    void aHairThatVanishesWhenReducedIsLeftAlone() {
        Raster hair = stroke(20_000, 1, 0);
        assertThat(Focus.sharpened(hair)).isSameAs(hair);
    }

    @Test
    void aDotIsOne() {
        Raster dot = stroke(1, 1, 0);
        assertThat(Focus.sharpened(dot).grey()).contains((byte) 255);
    }
}
