package numeral.form.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CrossProfileTest {
    private static final int SIDE = 40;
    private static final int PLACE = 12;

    /** Paper with one black line, a pixel thick. */
    private static Raster ruled(boolean horizontal) {
        byte[] grey = new byte[SIDE * SIDE];
        Arrays.fill(grey, (byte) Raster.PAPER);
        for (int i = 0; i < SIDE; i++) {
            grey[horizontal ? PLACE * SIDE + i : i * SIDE + PLACE] = 0;
        }
        return new Raster(SIDE, SIDE, grey);
    }

    @Test
    void clockwiseOfALineToTheRightIsBelowIt() {
        double[] dark = CrossProfile.of(ruled(true), 5, PLACE - 2 + 0.5, 20, 0, 10, 4);

        assertThat(dark).containsExactly(0, 0, 0, 0, 0, 0, 255, 0, 0);
    }

    @Test
    void clockwiseOfALineDownIsLeftOfIt() {
        double[] dark = CrossProfile.of(ruled(false), PLACE - 2 + 0.5, 5, 0, 20, 10, 4);

        assertThat(dark).containsExactly(0, 0, 255, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void theOtherWayRoundItIsTurnedOver() {
        assertThat(CrossProfile.of(ruled(true), 25, PLACE - 2 + 0.5, -20, 0, 10, 4))
                .containsExactly(0, 0, 255, 0, 0, 0, 0, 0, 0);
        assertThat(CrossProfile.of(ruled(false), PLACE - 2 + 0.5, 25, 0, -20, 10, 4))
                .containsExactly(0, 0, 0, 0, 0, 0, 255, 0, 0);
    }

    @Test
    void aLineThatLeansIsFollowed() {
        double[] dark = CrossProfile.of(ruled(true), 0, PLACE - 1.5, 40, 3, 40, 3);

        assertThat(Arrays.stream(dark).sum()).isEqualTo(255, within(1e-9));
        assertThat(dark[0]).isZero();
    }

    @Test
    void outsideThePageIsPaper() {
        double[] dark = CrossProfile.of(ruled(true), -10, PLACE + 0.5, 20, 0, 10, 1);

        assertThat(dark).containsExactly(0, 127.5, 0);
        assertThat(CrossProfile.of(ruled(true), 5, 1, 10, 0, 4, 5)).containsOnly(0);
    }
}
