package numeral.form;

import com.typesafe.config.Config;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * When a reading is accepted.
 *
 * @param acceptConfidence smallest confidence of a field
 * @param correctConfidence how clearly one valid value must win before a failed check corrects a digit
 * @param residueDoubt logarithm of the factor by which the odds that a field is right fall for a digit that looks wholly like a printed line
 * @param maxResidue largest share of a digit's ink that may look like a printed line
 * @param minInkMm2 least ink of a digit
 * @param temperature divides the logits; from calibration on validation digits
 */
public record DecisionSettings(
        double acceptConfidence,
        double correctConfidence,
        double residueDoubt,
        double maxResidue,
        double minInkMm2,
        double temperature)
        implements Serializable {

    public DecisionSettings {
        List<String> problems = new ArrayList<>();
        FormSettings.within(problems, "accept-confidence", acceptConfidence, 0, 1);
        FormSettings.within(problems, "correct-confidence", correctConfidence, 0.5, 1);
        FormSettings.within(problems, "residue-doubt", residueDoubt, 0, 20);
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
                form.getDouble("correct-confidence"),
                form.getDouble("residue-doubt"),
                form.getDouble("max-residue"),
                form.getDouble("min-ink-mm2"),
                temperature);
    }

    /** These settings with another smallest confidence. */
    public DecisionSettings accepting(double confidence) {
        return new DecisionSettings(confidence, correctConfidence, residueDoubt, maxResidue, minInkMm2, temperature);
    }

    /**
     * A logistic model of two terms: the classifier's own belief, whose weight a fit leaves at 1, and the remains of printed lines.
     *
     * @param belief probability that the field is right as far as segmentation and digits tell, 0 to 1
     * @param residue largest share of line in a digit
     */
    double discounted(double belief, double residue) {
        double kept = belief * Math.exp(-residueDoubt * residue);
        return kept / (kept + 1 - belief);
    }
}
