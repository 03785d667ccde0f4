package numeral.measure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Decides whether a candidate may be the champion.
 *
 * <p>It has to reach the floors. Against a champion it may lose accuracy only within the margin, and only so little that chance explains it: the margin
 * alone would let a row of small real losses pass, the test alone would let anything pass on few examples.
 */
public final class PromotionGate {
    private final PromotionRules rules;

    public PromotionGate(PromotionRules rules) {
        this.rules = rules;
    }

    /** Decides on the first candidate, while there is no champion. */
    public Decision decide(Evaluation candidate) {
        var verdict = new Verdict();
        floors(candidate, verdict);
        verdict.say(true, "There is no champion to compare with.");
        return verdict.decision();
    }

    /**
     * Decides on a candidate against the champion.
     *
     * @param candidate the candidate's evaluation
     * @param againstChampion both models on the examples of that evaluation; a comparison on fewer or more of them is refused
     */
    public Decision decide(Evaluation candidate, PairedComparison againstChampion) {
        var verdict = new Verdict();
        floors(candidate, verdict);
        if (againstChampion.n() == candidate.n()) {
            comparison(againstChampion, verdict);
        } else {
            verdict.say(
                    false,
                    "Candidate and champion were compared on %,d examples but the candidate was evaluated on %,d; evaluate both on the same split.",
                    againstChampion.n(),
                    candidate.n());
        }
        return verdict.decision();
    }

    private void floors(Evaluation candidate, Verdict verdict) {
        double accuracy = candidate.confusion().accuracy();
        boolean accurate = accuracy >= rules.minAccuracy();
        verdict.say(
                accurate,
                "Accuracy %s on %,d examples is %s the floor of %s.",
                plain(accuracy),
                candidate.n(),
                accurate ? "not below" : "below",
                plain(rules.minAccuracy()));
        if (rules.minRecallMacro() > 0) {
            double recall = candidate.confusion().recallMacro();
            boolean even = recall >= rules.minRecallMacro();
            verdict.say(
                    even,
                    "Macro-averaged recall %s is %s the floor of %s.",
                    plain(recall),
                    even ? "not below" : "below",
                    plain(rules.minRecallMacro()));
        }
    }

    private void comparison(PairedComparison pair, Verdict verdict) {
        double loss = pair.accuracyLoss();
        String counts = String.format(
                Locale.ROOT,
                "on %,d examples the champion alone is right on %,d and the candidate alone on %,d",
                pair.n(),
                pair.onlyChampion(),
                pair.onlyCandidate());
        if (loss <= 0) {
            verdict.say(true, "The candidate is at least as accurate as the champion: %s.", counts);
            return;
        }
        boolean within = loss <= rules.maxAccuracyLoss();
        verdict.say(
                within,
                "The candidate loses %s of accuracy against the champion, %s the margin of %s: %s.",
                plain(loss),
                within ? "within" : "more than",
                plain(rules.maxAccuracyLoss()),
                counts);
        double p = pair.pCandidateNotWorse();
        boolean chance = p >= rules.significance();
        verdict.say(
                chance,
                "Chance %s the loss: p = %s by McNemar's exact test, %s the significance level of %s.",
                chance ? "explains" : "does not explain",
                plain(p),
                chance ? "not below" : "below",
                plain(rules.significance()));
    }

    private static String plain(double value) {
        return new BigDecimal(value)
                .round(new MathContext(6))
                .stripTrailingZeros()
                .toString();
    }

    private static final class Verdict {
        private final List<String> fulfilled = new ArrayList<>();
        private final List<String> failed = new ArrayList<>();

        void say(boolean holds, String sentence, Object... values) {
            (holds ? fulfilled : failed).add(String.format(Locale.ROOT, sentence, values));
        }

        Decision decision() {
            return failed.isEmpty()
                    ? new Decision(Decision.Outcome.PROMOTED, fulfilled)
                    : new Decision(Decision.Outcome.REFUSED, failed);
        }
    }
}
