package numeral.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.typesafe.config.ConfigFactory;
import java.util.List;
import java.util.OptionalDouble;
import numeral.measure.Decision.Outcome;
import org.junit.jupiter.api.Test;

class PromotionGateTest {
    private final PromotionGate gate = new PromotionGate(new PromotionRules(0.97, 0.96, 0, 0.002, 0.05));

    /** Digits in turn, of which the first {@code wrong} are read as the next digit. */
    private static Candidate evaluated(int n, int wrong) {
        var tally = new Tally();
        for (int i = 0; i < n; i++) {
            tally.add(i % 10, i < wrong ? (i + 1) % 10 : i % 10, 0.9, 0.1);
        }
        return new Candidate(tally.evaluation(), OptionalDouble.empty());
    }

    @Test
    void promotesTheFirstModelAboveTheFloors() {
        var decision = gate.decide(evaluated(1_000, 20));

        assertThat(decision.outcome()).isEqualTo(Outcome.PROMOTED);
        assertThat(decision.reasons())
                .containsExactly(
                        "Accuracy 0.98 on 1,000 examples is not below the floor of 0.97.",
                        "Macro-averaged recall 0.98 is not below the floor of 0.96.",
                        "There is no champion to compare with.");
    }

    @Test
    void refusesBelowTheFloorsWithEveryReason() {
        var decision = gate.decide(evaluated(1_000, 50));

        assertThat(decision.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(decision.reasons())
                .containsExactly(
                        "Accuracy 0.95 on 1,000 examples is below the floor of 0.97.",
                        "Macro-averaged recall 0.95 is below the floor of 0.96.");
    }

    @Test
    void exactlyTheFloorIsEnough() {
        assertThat(gate.decide(evaluated(1_000, 30)).outcome()).isEqualTo(Outcome.PROMOTED);
        assertThat(gate.decide(evaluated(1_000, 31)).outcome()).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void recallFloorOfZeroIsNone() {
        var lenient = new PromotionGate(new PromotionRules(0.5, 0, 0, 0, 0));

        assertThat(lenient.decide(evaluated(10, 5)).reasons())
                .containsExactly(
                        "Accuracy 0.5 on 10 examples is not below the floor of 0.5.",
                        "There is no champion to compare with.");
    }

    @Test
    void robustnessHasAFloorOfItsOwn() {
        var strict = new PromotionGate(new PromotionRules(0.5, 0, 0.9, 0, 0));
        Evaluation evaluation = evaluated(10, 0).evaluation();

        assertThat(strict.decide(new Candidate(evaluation, OptionalDouble.of(0.9)))
                        .outcome())
                .isEqualTo(Outcome.PROMOTED);
        assertThat(strict.decide(new Candidate(evaluation, OptionalDouble.of(0.89)))
                        .reasons())
                .containsExactly("Robustness 0.89 is below the floor of 0.9.");
        assertThat(strict.decide(evaluated(10, 0)).reasons())
                .containsExactly("Robustness was not measured and has a floor of 0.9; run evaluate --robustness.");
    }

    @Test
    void promotesAnEqualOrBetterCandidate() {
        var decision = gate.decide(evaluated(1_000, 10), new PairedComparison(980, 10, 10, 0));

        assertThat(decision.outcome()).isEqualTo(Outcome.PROMOTED);
        assertThat(decision.reasons())
                .contains("The candidate is at least as accurate as the champion: on 1,000 examples the champion alone"
                        + " is right on 10 and the candidate alone on 10.");
    }

    @Test
    void promotesASmallLossThatChanceExplains() {
        var decision = gate.decide(evaluated(10_000, 100), new PairedComparison(9_880, 25, 20, 75));

        assertThat(decision.outcome()).isEqualTo(Outcome.PROMOTED);
        assertThat(decision.reasons())
                .anySatisfy(reason -> assertThat(reason)
                        .startsWith("The candidate loses 0.0005 of accuracy against the champion, within the margin"))
                .anySatisfy(reason -> assertThat(reason)
                        .startsWith("Chance explains the loss: p = 0.275742 by McNemar's exact test"));
    }

    @Test
    void refusesASmallLossThatChanceDoesNotExplain() {
        var decision = gate.decide(evaluated(10_000, 100), new PairedComparison(9_885, 15, 0, 100));

        assertThat(decision.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(decision.reasons())
                .containsExactly("Chance does not explain the loss: p = 0.0000305176 by McNemar's exact test,"
                        + " below the significance level of 0.05.");
    }

    @Test
    void refusesALossBeyondTheMarginEvenWhereChanceExplainsIt() {
        var decision = gate.decide(evaluated(100, 2), new PairedComparison(97, 2, 1, 0));

        assertThat(decision.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(decision.reasons())
                .containsExactly(
                        "The candidate loses 0.01 of accuracy against the champion, more than the margin of 0.002:"
                                + " on 100 examples the champion alone is right on 2 and the candidate alone on 1.");
    }

    @Test
    void refusesAComparisonOnOtherExamples() {
        var decision = gate.decide(evaluated(1_000, 10), new PairedComparison(890, 0, 10, 0));

        assertThat(decision.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(decision.reasons())
                .containsExactly("Candidate and champion were compared on 900 examples but the candidate was evaluated"
                        + " on 1,000; evaluate both on the same split.");
    }

    @Test
    void rulesHaveDefaults() {
        var rules = PromotionRules.from(ConfigFactory.load());

        assertThat(rules).isEqualTo(new PromotionRules(0.97, 0.97, 0, 0.002, 0.05));
    }

    @Test
    void rulesListEveryValueOutOfRange() {
        var config = ConfigFactory.parseString("numeral.promote { min-accuracy = 97, significance = -1 }")
                .withFallback(ConfigFactory.load());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> PromotionRules.from(config))
                .withMessage(
                        """
                        numeral.promote.min-accuracy: expected 0 to 1, found 97.0
                        numeral.promote.significance: expected 0 to 1, found -1.0""");
    }

    @Test
    void decisionsHaveReasons() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Decision(Outcome.REFUSED, List.of()))
                .withMessage("decision REFUSED without a reason, expected at least one");
    }
}
