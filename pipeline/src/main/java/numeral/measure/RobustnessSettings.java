package numeral.measure;

import com.typesafe.config.Config;

/**
 * The section {@code numeral.robustness} of the configuration.
 *
 * @param examples examples of a split that are spoilt, chosen by a hash of their key
 */
public record RobustnessSettings(int examples) {
    public RobustnessSettings {
        if (examples < 1) {
            throw new IllegalArgumentException("numeral.robustness.examples: expected 1 or more, found " + examples);
        }
    }

    /** Reads the section of a whole configuration. */
    public static RobustnessSettings from(Config config) {
        return new RobustnessSettings(config.getInt("numeral.robustness.examples"));
    }
}
