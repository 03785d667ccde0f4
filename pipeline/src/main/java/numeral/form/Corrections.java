package numeral.form;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import numeral.form.page.Box;

/** Signs that a writer took back what is written in a field: a stroke through its digits, or a digit that is blackened. */
final class Corrections {
    /** A crossing stroke runs through that share of a field; digits hardly fill a quarter of it with level ink. */
    private static final double CROSSED = 0.6;
    /** Level ink over so many cells, or heights of a strip, is more than one digit's; digits that touch come to no more than the second. */
    private static final double MORE_THAN_ONE = 1.5;

    private static final double MORE_THAN_TOUCHING = 2.2;
    /** Share of its bounding box that the ink of a single digit hardly fills, 1 and its like apart. */
    private static final double FULL = 0.62;

    private static final double NARROW = 0.5;

    private Corrections() {}

    /**
     * What became of a field.
     *
     * @param reason in words; empty where nothing was taken back
     */
    record Found(FieldState state, String reason) {}

    static Found in(FieldSpec field, FieldWindow window, List<Crop> crops) {
        double unit = field.layout() instanceof Layout.Cells cells
                ? cells.pitchMm()
                : field.boxMm().h();
        double wholeMm = Math.max(CROSSED * field.boxMm().w(), MORE_THAN_ONE * unit);
        double partMm = MORE_THAN_TOUCHING * unit;
        double level = CrossingStroke.lengthMm(window, field.boxMm(), Math.min(wholeMm, partMm));
        boolean whole = level > wholeMm;
        if (whole || level > partMm) {
            return new Found(
                    whole ? FieldState.CROSSED_OUT : FieldState.OVERWRITTEN,
                    String.format(
                            Locale.ROOT,
                            "%s: a stroke runs through %.0f mm of the field",
                            whole ? "crossed out" : "crossed out in part",
                            level));
        }
        if (field.layout() instanceof Layout.Cells) {
            Optional<Crop> blackened =
                    crops.stream().filter(Corrections::blackened).findFirst();
            if (blackened.isPresent()) {
                return new Found(
                        FieldState.OVERWRITTEN,
                        "overwritten: digit " + (blackened.get().from() + 1) + " is blackened");
            }
        }
        return new Found(crops.isEmpty() ? FieldState.BLANK : FieldState.FILLED, "");
    }

    private static boolean blackened(Crop crop) {
        Box mm = crop.mm();
        return crop.inkMm2() > FULL * mm.w() * mm.h() && mm.w() > NARROW * mm.h();
    }
}
