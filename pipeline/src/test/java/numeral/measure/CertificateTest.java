package numeral.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import numeral.measure.Certificate.Certified;
import numeral.measure.Certificate.Uncertified;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificateTest {
    /** Fields of one confidence, some of them wrong. */
    private static FieldTally add(FieldTally tally, long n, long wrong, double confidence) {
        for (long i = 0; i < n; i++) {
            tally.add(new FieldTally.Outcome(i >= wrong, true, false, false, confidence));
        }
        return tally;
    }

    private static RiskCoverage curve(FieldTally tally) {
        return tally.riskCoverage().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"0.01, 299", "0.005, 598", "0.001, 2995"})
    void needsAsManyErrorFreeLabelsAsTheBinomialSays(double maxError, long labels) {
        Certificate enough = Certificate.of(curve(add(new FieldTally(), labels, 0, 0.99)), maxError);
        Certificate fewer = Certificate.of(curve(add(new FieldTally(), labels - 1, 0, 0.99)), maxError);

        assertThat(enough).isInstanceOfSatisfying(Certified.class, certified -> {
            assertThat(certified.point().coverage()).isEqualTo(1);
            assertThat(certified.point().riskUpper()).isLessThanOrEqualTo(maxError);
        });
        assertThat(fewer)
                .isEqualTo(new Uncertified(
                        maxError,
                        (labels - 1) + " labelled examples that could be accepted: " + labels + " are needed"));
    }

    @Test
    void takesTheLoosestThresholdBeforeTheFirstThatFails() {
        FieldTally tally = add(new FieldTally(), 1000, 1, 0.999);
        add(tally, 500, 2, 0.99);
        add(tally, 100, 30, 0.9);
        add(tally, 50_000, 0, 0.5);

        Certificate certificate = Certificate.of(curve(tally), 0.01);

        // half of what could be accepted lies far beyond the failing level, and dilutes it
        assertThat(certificate).isInstanceOfSatisfying(Certified.class, certified -> assertThat(
                        certified.point().threshold())
                .isCloseTo(0.5, within(0.01)));
        FieldTally small = add(new FieldTally(), 1000, 1, 0.999);
        add(small, 500, 2, 0.99);
        add(small, 100, 30, 0.9);
        add(small, 300, 0, 0.5);
        assertThat(Certificate.of(curve(small), 0.01)).isInstanceOfSatisfying(Certified.class, certified -> {
            assertThat(certified.point().threshold()).isCloseTo(0.99, within(0.001));
            assertThat(certified.point().accepted()).isEqualTo(1500);
            assertThat(certified.point().wrong()).isEqualTo(3);
        });
    }

    @Test
    void printsNoThresholdWhereTheSurestAreWrongTooOften() {
        Certificate certificate = Certificate.of(curve(add(new FieldTally(), 1000, 20, 0.999)), 0.01);

        assertThat(certificate)
                .isEqualTo(new Uncertified(0.01, "20 of the surest 1000 are wrong: that may be an error of 2.893 %"));
    }

    /** The promise itself: of many samples from one true curve at most 5 % may certify a threshold whose true risk is above the limit. */
    @Test
    void keepsItsPromise() {
        double[] confidences = {0.9999, 0.999, 0.99, 0.98, 0.95, 0.9};
        double[] trueRisk = {0.002, 0.004, 0.02, 0.03, 0.05, 0.1};
        SplittableRandom random = new SplittableRandom(7);
        int broken = 0;
        int trials = 1000;
        for (int trial = 0; trial < trials; trial++) {
            FieldTally tally = new FieldTally();
            for (int i = 0; i < 900; i++) {
                int level = random.nextInt(confidences.length);
                boolean right = random.nextDouble() >= trueRisk[level];
                tally.add(new FieldTally.Outcome(right, true, false, false, confidences[level]));
            }
            if (Certificate.of(curve(tally), 0.01) instanceof Certified certified
                    && certified.point().threshold() < 0.985) {
                broken++;
            }
        }
        // the three surest levels together have a risk of 0.87 %, with the fourth 1.4 %
        assertThat(broken).isLessThanOrEqualTo(trials / 20);
    }

    @Test
    void refusesALimitThatIsNone() {
        assertThatThrownBy(() -> Certificate.needed(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("max error is 1.0, expected more than 0 and less than 1");
    }
}
