package numeral.measure;

import com.typesafe.config.Config;
import java.util.ArrayList;
import java.util.List;

/**
 * What a candidate has to fulfil; the section {@code numeral.promote} of the configuration. All shares are from 0 to 1.
 *
 * @param minAccuracy lowest accuracy of a champion
 * @param minRecallMacro lowest macro-averaged recall of a champion, 0 for none
 * @param minRobustness lowest mean accuracy of a champion on spoilt examples, 0 for none
 * @param maxAccuracyLoss most accuracy that a candidate may lose against the champion
 * @param significance probability below which a loss against the champion isn't put down to chance, 0 never to test
 */
public record PromotionRules(
        double minAccuracy, double minRecallMacro, double minRobustness, double maxAccuracyLoss, double significance) {
    public PromotionRules {
        var problems = new ArrayList<String>();
        checkShare(problems, "min-accuracy", minAccuracy);
        checkShare(problems, "min-recall-macro", minRecallMacro);
        checkShare(problems, "min-robustness", minRobustness);
        checkShare(problems, "max-accuracy-loss", maxAccuracyLoss);
        checkShare(problems, "significance", significance);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
    }

    /** Reads the section {@code numeral.promote} of a whole configuration; throws IllegalArgumentException listing every value out of range, one a line. */
    public static PromotionRules from(Config config) {
        Config promote = config.getConfig("numeral.promote");
        return new PromotionRules(
                promote.getDouble("min-accuracy"),
                promote.getDouble("min-recall-macro"),
                promote.getDouble("min-robustness"),
                promote.getDouble("max-accuracy-loss"),
                promote.getDouble("significance"));
    }

    private static void checkShare(List<String> problems, String key, double value) {
        if (!(value >= 0 && value <= 1)) {
            problems.add("numeral.promote." + key + ": expected 0 to 1, found " + value);
        }
    }
}
