package numeral.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exact bounds and the paired test against sums of binomial probabilities. */
class BinomialTest {
    @ParameterizedTest
    @CsvSource({
        "1, 10, 0.975, 0.4450161170281953",
        "3, 1000, 0.95, 0.007735244718478806",
        "100, 10000, 0.975, 0.012149504886056983",
        "0, 299, 0.95, 0.009969146792899286"
    })
    void boundsFromAbove(long hits, long trials, double confidence, double bound) {
        assertThat(ClopperPearson.upper(hits, trials, confidence)).isCloseTo(bound, within(1e-11));
    }

    @Test
    void boundsFromBelowAreTheMirrorImage() {
        assertThat(ClopperPearson.lower(1, 10, 0.975)).isCloseTo(0.0025285785444, within(1e-11));
        assertThat(ClopperPearson.lower(9_900, 10_000, 0.975)).isCloseTo(1 - 0.012149504886056983, within(1e-11));
    }

    @Test
    void boundsAtTheEndsAreTheEnds() {
        assertThat(ClopperPearson.lower(0, 50, 0.95)).isZero();
        assertThat(ClopperPearson.upper(50, 50, 0.95)).isEqualTo(1);
    }

    @Test
    void certifyingOnePercentTakes299ErrorFreeExamples() {
        assertThat(ClopperPearson.upper(0, 298, 0.95)).isGreaterThan(0.01);
        assertThat(ClopperPearson.upper(0, 299, 0.95)).isLessThan(0.01);
    }

    @Test
    void refusesImpossibleCounts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClopperPearson.upper(3, 2, 0.95))
                .withMessageStartingWith("binomial bound: 3 hits in 2 trials at confidence 0.95, expected");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClopperPearson.lower(0, 0, 0.95))
                .withMessageContaining("at least one trial");
    }

    @ParameterizedTest
    @CsvSource({"12, 3, 0.017578125", "40, 20, 0.00674464686559593", "0, 5, 1", "5, 0, 0.03125", "0, 0, 1"})
    void pairedTestIsTheUpperBinomialTail(long onlyChampion, long onlyCandidate, double p) {
        var comparison = new PairedComparison(100, onlyChampion, onlyCandidate, 1);

        assertThat(comparison.pCandidateNotWorse()).isCloseTo(p, within(1e-13));
    }

    @Test
    void pairedLossIsTheDifferenceInAccuracy() {
        var comparison = new PairedComparison(970, 12, 2, 16);

        assertThat(comparison.n()).isEqualTo(1_000);
        assertThat(comparison.accuracyLoss()).isEqualTo(0.01);
    }

    @Test
    void pairedCountsAreNotNegative() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PairedComparison(1, 2, -3, 4))
                .withMessage("comparison of models: counts 1, 2, -3, 4, expected none below 0");
    }
}
