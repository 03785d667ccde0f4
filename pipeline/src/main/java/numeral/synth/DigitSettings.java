package numeral.synth;

import com.typesafe.config.Config;

/**
 * The section {@code numeral.synth.digits} of the configuration.
 *
 * @param digitsPerWriter consecutive digits that share a hand
 */
public record DigitSettings(int digitsPerWriter) {
    public DigitSettings {
        if (digitsPerWriter < 1) {
            throw new IllegalArgumentException(
                    "numeral.synth.digits.digits-per-writer: expected 1 or more, found " + digitsPerWriter);
        }
    }

    /** @param config the whole configuration, with the defaults of reference.conf */
    public static DigitSettings from(Config config) {
        return new DigitSettings(config.getInt("numeral.synth.digits.digits-per-writer"));
    }
}
