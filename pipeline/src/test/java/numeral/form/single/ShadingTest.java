package numeral.form.single;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntBinaryOperator;
import numeral.form.page.Raster;
import org.junit.jupiter.api.Test;

class ShadingTest {
    private static final int SIDE = 100;

    private static Raster image(IntBinaryOperator grey) {
        byte[] pixels = new byte[SIDE * SIDE];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) grey.applyAsInt(i % SIDE, i / SIDE);
        }
        return new Raster(SIDE, SIDE, pixels);
    }

    @Test
    void paperBecomesAsBrightAsInTheMiddleAndInkGoesWithIt() {
        // light falls from 220 on the left to 100 on the right, ink reflects a quarter of it
        Raster photograph = image((x, y) -> {
            double light = 220 - 1.2 * x;
            return (int) Math.round(x % 20 > 8 && x % 20 < 12 && y > 30 && y < 70 ? light / 4 : light);
        });
        Raster even = Shading.evened(photograph);
        for (int x = 0; x < SIDE; x++) {
            assertThat(even.grey(x, 10)).isBetween(155, 165);
            boolean ink = x % 20 > 8 && x % 20 < 12;
            assertThat(even.grey(x, 50)).isBetween(ink ? 37 : 155, ink ? 43 : 165);
        }
    }

    @Test
    void whatIsEvenOrDarkOrToldByNoLightStaysAsItIs() {
        Raster even = image((x, y) -> 200 + (x * 7 + y * 13) % 9);
        assertThat(Shading.evened(even)).isSameAs(even);
        Raster night = image((x, y) -> x);
        assertThat(Shading.evened(night)).isSameAs(night);
        Raster barAtTheBottom = image((x, y) -> y < 90 ? 230 : 80);
        assertThat(Shading.evened(barAtTheBottom)).isSameAs(barAtTheBottom);
    }
}
