package numeral.form;

import com.typesafe.config.Config;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * When a reading is accepted.
 *
 * @param acceptConfidence smallest confidence of a field
 * @param acceptDigit smallest calibrated probability of each of its digits
 * @param correctConfidence how clearly one valid value must win before a failed check corrects a digit
 * @param maxResidue largest share of a digit's ink that may look like a printed line
 * @param minInkMm2 least ink of a digit
 * @param temperature divides the logits; from calibration on validation digits
 */
public record DecisionSettings(
        double acceptConfidence,
        double acceptDigit,
        double correctConfidence,
        double maxResidue,
        double minInkMm2,
        double temperature)
        implements Serializable {

    public DecisionSettings {
        List<String> problems = new ArrayList<>();
        FormSettings.within(problems, "accept-confidence", acceptConfidence, 0, 1);
        FormSettings.within(problems, "accept-digit", acceptDigit, 0, 1);
        FormSettings.within(problems, "correct-confidence", correctConfidence, 0.5, 1);
        FormSettings.within(problems, "max-residue", maxResidue, 0, 1);
        FormSettings.within(problems, "min-ink-mm2", minInkMm2, 0, 10);
        FormSettings.within(problems, "temperature", temperature, 0.1, 10);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("form decision settings: " + String.join("; ", problems));
        }
    }

    /** Reads the section {@code numeral.form} of a whole configuration; the temperature belongs to the model. */
    public static DecisionSettings from(Config config, double temperature) {
        Config form = config.getConfig("numeral.form");
        return new DecisionSettings(
                form.getDouble("accept-confidence"),
                form.getDouble("accept-digit"),
                form.getDouble("correct-confidence"),
                form.getDouble("max-residue"),
                form.getDouble("min-ink-mm2"),
                temperature);
    }
}
