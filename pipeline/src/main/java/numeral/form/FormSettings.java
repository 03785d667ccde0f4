package numeral.form;

import com.typesafe.config.Config;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * How forms are found and cut.
 *
 * @param blankInkShare share of ink, or of paper on a black one, below which a page is blank
 * @param maxSkewDeg largest lean beside the quarter turns
 * @param minFeatureShare share of the registration marks or lines that must be found
 * @param minLineShare share of the fields' printed lines that must be found before a page counts as this form
 * @param maxResidualMm largest registration residual of a page
 * @param maxFieldResidualMm largest residual of a field's own lines
 * @param windowDpi resolution at which fields are cut; pages scanned at less keep theirs
 * @param sauvolaK how much darker than its surroundings ink is; Sauvola's k
 * @param speckleMm2 components smaller than this are dirt
 * @param minInkMm2 a digit has at least this much ink
 */
public record FormSettings(
        double blankInkShare,
        double maxSkewDeg,
        double minFeatureShare,
        double minLineShare,
        double maxResidualMm,
        double maxFieldResidualMm,
        double windowDpi,
        double sauvolaK,
        double speckleMm2,
        double minInkMm2)
        implements Serializable {

    public FormSettings {
        List<String> problems = new ArrayList<>();
        within(problems, "blank-ink-share", blankInkShare, 0, 1);
        within(problems, "max-skew-deg", maxSkewDeg, 0, 15);
        within(problems, "min-feature-share", minFeatureShare, 0, 1);
        within(problems, "min-line-share", minLineShare, 0, 1);
        within(problems, "max-residual-mm", maxResidualMm, 0, 10);
        within(problems, "max-field-residual-mm", maxFieldResidualMm, 0, 10);
        within(problems, "window-dpi", windowDpi, 100, 1200);
        within(problems, "sauvola-k", sauvolaK, 0, 1);
        within(problems, "speckle-mm2", speckleMm2, 0, 10);
        within(problems, "min-ink-mm2", minInkMm2, 0, 10);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("form settings: " + String.join("; ", problems));
        }
    }

    /** Reads the section {@code numeral.form} of a whole configuration. */
    public static FormSettings from(Config config) {
        Config form = config.getConfig("numeral.form");
        return new FormSettings(
                form.getDouble("blank-ink-share"),
                form.getDouble("max-skew-deg"),
                form.getDouble("min-feature-share"),
                form.getDouble("min-line-share"),
                form.getDouble("max-residual-mm"),
                form.getDouble("max-field-residual-mm"),
                form.getDouble("window-dpi"),
                form.getDouble("sauvola-k"),
                form.getDouble("speckle-mm2"),
                form.getDouble("min-ink-mm2"));
    }

    /** Adds a problem that names the setting, its value and the range unless the value is a number from {@code min} to {@code max}. */
    public static void within(List<String> problems, String key, double value, double min, double max) {
        if (!(value >= min && value <= max)) {
            problems.add(key + " is " + value + ": expected " + min + " to " + max);
        }
    }
}
