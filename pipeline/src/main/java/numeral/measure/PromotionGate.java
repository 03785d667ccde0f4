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
    public Decision decide(Candidate candidate) {
        var verdict = new Verdict();
        floors(candidate, verdict);
        verdict.say(true, "There is no champion to compare with.");
        return verdict.decision();
    }

    /**
     * Decides on a candidate against the champion.
     *
     * @param candidate the candidate's figures
     * @param againstChampion both models on the examples of its evaluation; a comparison on fewer or more of them is refused
     */
    public Decision decide(Candidate candidate, PairedComparison againstChampion) {
        var verdict = new Verdict();
        floors(candidate, verdict);
        if (againstChampion.n() == candidate.evaluation().n()) {
            comparison(againstChampion, verdict);
        } else {
            verdict.say(
                    false,
                    "Candidate and champion were compared on %,d examples but the candidate was evaluated on %,d; evaluate both on the same split.",
                    againstChampion.n(),
                    candidate.evaluation().n());
        }
        return verdict.decision();
    }

    private void floors(Candidate candidate, Verdict verdict) {
        ConfusionMatrix confusion = candidate.evaluation().confusion();
        String accuracy =
                String.format(Locale.ROOT, "Accuracy %s on %,d examples", plain(confusion.accuracy()), confusion.n());
        verdict.floor(accuracy, confusion.accuracy(), rules.minAccuracy());
        if (rules.minRecallMacro() > 0) {
            double recall = confusion.recallMacro();
            verdict.floor("Macro-averaged recall " + plain(recall), recall, rules.minRecallMacro());
        }
        if (rules.minRobustness() > 0) {
            if (candidate.robustness().isPresent()) {
                double robustness = candidate.robustness().getAsDouble();
                verdict.floor("Robustness " + plain(robustness), robustness, rules.minRobustness());
            } else {
                verdict.say(
                        false,
                        "Robustness was not measured and has a floor of %s; run evaluate --robustness.",
                        plain(rules.minRobustness()));
            }
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

        void floor(String figure, double value, double floor) {
            boolean reached = value >= floor;
            say(reached, "%s is %s the floor of %s.", figure, reached ? "not below" : "below", plain(floor));
        }

        Decision decision() {
            return failed.isEmpty()
                    ? new Decision(Decision.Outcome.PROMOTED, fulfilled)
                    : new Decision(Decision.Outcome.REFUSED, failed);
        }
    }
}
