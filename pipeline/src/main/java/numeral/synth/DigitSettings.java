package numeral.synth;

import com.typesafe.config.Config;
import java.util.ArrayList;
import java.util.List;

/**
 * The section {@code numeral.synth.digits} of the configuration.
 *
 * @param digitsPerWriter consecutive digits that share a hand
 * @param variety how far hands may be from what is common, 0 to 1
 */
public record DigitSettings(int digitsPerWriter, double variety) {
    public DigitSettings {
        List<String> problems = new ArrayList<>();
        if (digitsPerWriter < 1) {
            problems.add("digits-per-writer: expected 1 or more, found " + digitsPerWriter);
        }
        if (!(variety >= 0 && variety <= 1)) {
            problems.add("variety: expected 0 to 1, found " + variety);
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("numeral.synth.digits: " + String.join("; ", problems));
        }
    }

    /** @param config the whole configuration, with the defaults of reference.conf */
    public static DigitSettings from(Config config) {
        Config digits = config.getConfig("numeral.synth.digits");
        return new DigitSettings(digits.getInt("digits-per-writer"), digits.getDouble("variety"));
    }
}
