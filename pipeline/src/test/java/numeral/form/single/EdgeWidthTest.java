package numeral.form.single;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import numeral.form.page.Raster;
import org.junit.jupiter.api.Test;

class EdgeWidthTest {
    private static final int SIDE = 60;

    /** Ink that changes from left to right. */
    private static Raster edge(DoubleUnaryOperator ink) {
        byte[] pixels = new byte[SIDE * SIDE];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) Math.round(Math.max(0, Math.min(250, 250 * ink.applyAsDouble(i % SIDE))));
        }
        return new Raster(SIDE, SIDE, pixels);
    }

    @Test
    void aStepIsAPixelWide() {
        assertThat(EdgeWidth.px(edge(x -> x < 30 ? 0 : 1))).isEqualTo(1);
    }

    @Test
    void anEvenRampIsAsWideAsItIs() {
        assertThat(EdgeWidth.px(edge(x -> (x - 20) / 10))).isCloseTo(10, within(1e-9));
    }

    @Test
    void aLowerContrastDoesNotWidenIt() {
        assertThat(EdgeWidth.px(edge(x -> 0.4 * Math.min(1, Math.max(0, (x - 20) / 10)))))
                .isCloseTo(10, within(1e-9));
    }

    @Test
    void gaussianEdgeIsAsWideAsStated() {
        double deviation = 4;
        // the normal distribution's logistic approximation of Bowling and others (2009), right to 0.00014
        Raster edge = edge(x -> {
            double z = (x - 30) / deviation;
            return 1 / (1 + Math.exp(-0.07056 * z * z * z - 1.5976 * z));
        });
        assertThat(EdgeWidth.px(edge)).isCloseTo(2 * deviation * Math.sqrt(Math.PI), within(0.1));
    }
}
