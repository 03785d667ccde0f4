package numeral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HashSampleTest {
    private static long chosen(double share) {
        return IntStream.range(0, 100_000)
                .filter(i -> HashSample.chosen("scans.zip!/page-" + i + ".tif#0/amount", share))
                .count();
    }

    @Test
    void takesItsShareAlsoOfNeighbouringNames() {
        assertThat(chosen(0.01) / 1e5).isCloseTo(0.01, within(0.001));
        assertThat(chosen(0)).isZero();
        assertThat(chosen(1)).isEqualTo(100_000);
    }

    @Test
    void aLargerSampleHoldsTheSmallerOne() {
        assertThat(IntStream.range(0, 1000).mapToObj(i -> "page-" + i).filter(name -> HashSample.chosen(name, 0.1)))
                .isNotEmpty()
                .allMatch(name -> HashSample.chosen(name, 0.5));
    }
}
