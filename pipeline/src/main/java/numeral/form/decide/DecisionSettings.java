package numeral.form.decide;

import com.typesafe.config.Config;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import numeral.form.FormSettings;

/**
 * When a reading is accepted.
 *
 * @param acceptConfidence smallest confidence of a field
 * @param correctConfidence how clearly one valid value must win before a failed check corrects a digit
 * @param borderDoubt logarithm of the factor by which the odds that a field is right fall for each millimetre that a digit comes nearer to its printed
 *     border than {@value #CLEAR_OF_BORDER_MM} mm
 * @param maxResidue largest share of a digit's ink that may look like a printed line
 * @param minInkMm2 least ink of a digit
 * @param temperature divides the logits; from calibration on validation digits
 */
public record DecisionSettings(
        double acceptConfidence,
        double correctConfidence,
        double borderDoubt,
        double maxResidue,
        double minInkMm2,
        double temperature)
        implements Serializable {

    private static final double CLEAR_OF_BORDER_MM = 0.5;

    public DecisionSettings {
        List<String> problems = new ArrayList<>();
        FormSettings.within(problems, "accept-confidence", acceptConfidence, 0, 1);
        FormSettings.within(problems, "correct-confidence", correctConfidence, 0.5, 1);
        FormSettings.within(problems, "border-doubt", borderDoubt, 0, 20);
        FormSettings.within(problems, "max-residue", maxResidue, 0, 1);
        FormSettings.within(problems, "min-ink-mm2", minInkMm2, 0, 10);
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
                form.getDouble("border-doubt"),
                form.getDouble("max-residue"),
                form.getDouble("min-ink-mm2"),
                temperature);
    }

    /** These settings with another smallest confidence. */
    public DecisionSettings accepting(double confidence) {
        return new DecisionSettings(confidence, correctConfidence, borderDoubt, maxResidue, minInkMm2, temperature);
    }

    /**
     * A logistic model of two terms: the classifier's own belief, whose weight a fit leaves at 1, and how near the digits come to printed lines, which may
     * have taken strokes with them.
     *
     * @param belief probability that the field is right as far as segmentation and digits tell, 0 to 1
     * @param borderMm smallest distance of a digit to the border of its cell or strip, negative beyond it
     */
    double discounted(double belief, double borderMm) {
        double kept = belief * Math.exp(-borderDoubt * Math.max(0, CLEAR_OF_BORDER_MM - borderMm));
        return kept / (kept + 1 - belief);
    }
}
