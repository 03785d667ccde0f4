package numeral.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Signs that a writer took back what is written in a field: strokes through several digits, digits written over each other or blackened. */
final class Corrections {
    /** A stroke over so many cells, or so many heights of a strip, is no digit. */
    private static final double CELLS = 2.2;

    private static final double HEIGHTS = 3;
    /** Share of its bounding box that the ink of a single digit hardly fills, 1 and its like apart. */
    private static final double FULL = 0.62;

    private static final double NARROW = 0.5;

    private Corrections() {}

    /** In words; empty where there are none. */
    static List<String> found(
            FieldSpec field, FieldWindow window, Components components, boolean[] kept, List<Crop> crops) {
        List<String> reasons = new ArrayList<>();
        double longestMm = field.layout() instanceof Layout.Cells cells
                ? CELLS * cells.pitchMm()
                : HEIGHTS * field.boxMm().h();
        double struckMm = 0;
        for (int label = 1; label <= components.count(); label++) {
            if (kept[label]) {
                struckMm = Math.max(struckMm, components.width(label) / window.scale());
            }
        }
        if (struckMm > longestMm) {
            reasons.add(
                    String.format(Locale.ROOT, "crossed out: one stroke runs through %.0f mm of the field", struckMm));
        }
        if (field.layout() instanceof Layout.Cells) {
            for (Crop crop : crops) {
                double share = crop.inkMm2() / (crop.mm().w() * crop.mm().h());
                if (share > FULL && crop.mm().w() > NARROW * crop.mm().h()) {
                    reasons.add(String.format(
                            Locale.ROOT,
                            "overwritten: digit %d fills %.0f %% of its place with ink",
                            crop.from() + 1,
                            100 * share));
                }
            }
        }
        return reasons;
    }
}
