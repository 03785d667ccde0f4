package numeral.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SplitTest {
    @Test
    void keepsAboutTheFractionOut() {
        Split split = new Split(0.1, 1);
        long kept = IntStream.range(0, 100_000)
                .filter(i -> split.isValidation("mnist/train/images/" + i, null))
                .count();
        // five standard deviations
        assertThat(kept).isCloseTo(10_000, within(475L));
    }

    @Test
    void decidesByWriterWhereOneIsKnown() {
        Split split = new Split(0.3, 1);
        boolean[] sides = new boolean[2];
        for (long writer : LongStream.range(0, 100).toArray()) {
            boolean side = split.isValidation("a", writer);
            sides[side ? 1 : 0] = true;
            assertThat(split.isValidation("b", writer)).isEqualTo(side);
        }
        assertThat(sides).containsOnly(true);
    }

    @Test
    void seedsDiffer() {
        long moved = IntStream.range(0, 1000)
                .filter(i ->
                        new Split(0.5, 1).isValidation("k" + i, null) != new Split(0.5, 2).isValidation("k" + i, null))
                .count();
        assertThat(moved).isBetween(400L, 600L);
    }

    @Test
    void fractionZeroKeepsNothingOut() {
        Split split = new Split(0, 1);
        assertThat(IntStream.range(0, 1000).filter(i -> split.isValidation("k" + i, null)))
                .isEmpty();
    }
}
