package numeral.form.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BeliefTest {
    private static final double[] FOUR = {0.01, 0, 0, 0, 0.9, 0, 0, 0, 0, 0.09};
    private static final double[] TWO = {0, 0, 0.99, 0, 0, 0, 0, 0.01, 0, 0};

    @Test
    void theDigitsOfTheValueComeToWhatIsBelievedOfIt() {
        for (double belief : new double[] {0.2, 0.891, 0.999}) {
            List<double[]> spread = Belief.spread(List.of(FOUR, TWO), "42", belief);

            assertThat(spread.get(0)[4] * spread.get(1)[2]).isCloseTo(belief, within(1e-9));
            assertThat(spread)
                    .allSatisfy(digit -> assertThat(Arrays.stream(digit).sum()).isCloseTo(1, within(1e-9)));
        }
    }

    @Test
    void doubtFallsOnDigitsThatAreInDoubtAndKeepsTheirOrder() {
        List<double[]> spread = Belief.spread(List.of(FOUR, TWO), "42", 0.6);

        assertThat(spread.get(0)[4]).isLessThan(0.65);
        assertThat(spread.get(1)[2]).isGreaterThan(0.94);
        assertThat(spread.get(0)[9] / spread.get(0)[0]).isCloseTo(9, within(1e-9));
    }

    @Test
    void certaintyStaysFinite() {
        double[] sure = {0, 0, 1, 0, 0, 0, 0, 0, 0, 0};

        for (double belief : new double[] {0, 0.5, 1}) {
            assertThat(Belief.spread(List.of(sure, FOUR), "24", belief))
                    .allSatisfy(digit -> assertThat(digit).doesNotContain(Double.NaN));
        }
    }
}
