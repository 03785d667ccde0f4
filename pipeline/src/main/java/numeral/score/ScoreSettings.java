package numeral.score;

import com.typesafe.config.Config;
import java.util.ArrayList;
import java.util.List;
import numeral.network.Classifier;

/**
 * Settings of scoring.
 *
 * @param batchSize images in one pass through the network, 1 to 320; logits are the same bits for the same value
 * @param auditShare share of the accepted fields, 0 to 1, that a person looks at all the same
 * @param maxError share of wrong fields among the accepted ones, 0 to 1, that a certificate has to promise for its threshold to be used
 */
public record ScoreSettings(int batchSize, double auditShare, double maxError) {
    public ScoreSettings {
        List<String> problems = new ArrayList<>();
        if (batchSize < 1 || batchSize > Classifier.MAX_BATCH) {
            problems.add("numeral.score: batch-size is " + batchSize + ", expected 1 to " + Classifier.MAX_BATCH);
        }
        if (!(auditShare >= 0 && auditShare <= 1)) {
            problems.add("numeral.score: audit-share is " + auditShare + ", expected 0 to 1");
        }
        if (!(maxError > 0 && maxError < 1)) {
            problems.add("numeral.score: max-error is " + maxError + ", expected more than 0 and less than 1");
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
    }

    /** The settings in section {@code numeral.score} of a resolved configuration. */
    public static ScoreSettings from(Config config) {
        Config section = config.getConfig("numeral.score");
        return new ScoreSettings(
                section.getInt("batch-size"), section.getDouble("audit-share"), section.getDouble("max-error"));
    }
}
