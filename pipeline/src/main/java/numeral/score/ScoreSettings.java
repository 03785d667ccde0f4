package numeral.score;

import com.typesafe.config.Config;
import numeral.network.Classifier;

/**
 * Settings of scoring.
 *
 * @param batchSize images in one pass through the network, 1 to 320; logits are the same bits for the same value
 */
public record ScoreSettings(int batchSize) {
    public ScoreSettings {
        if (batchSize < 1 || batchSize > Classifier.MAX_BATCH) {
            throw new IllegalArgumentException(
                    "numeral.score: batch-size is " + batchSize + ", expected 1 to " + Classifier.MAX_BATCH);
        }
    }

    /** The settings in section {@code numeral.score} of a resolved configuration. */
    public static ScoreSettings from(Config config) {
        return new ScoreSettings(config.getInt("numeral.score.batch-size"));
    }
}
