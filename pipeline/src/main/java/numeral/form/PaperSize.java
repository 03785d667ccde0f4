package numeral.form;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * How large a scanned page is on paper.
 *
 * @param basis where the size comes from, for a person to judge
 */
public record PaperSize(double widthMm, double heightMm, String basis) {
    private static final double MM_PER_INCH = 25.4;
    private static final double LEAST_DPI = 60;
    private static final double SMALLEST_MM = 50;
    private static final double LARGEST_MM = 600;
    private static final double SAME_SHAPE = 0.03;
    private static final double A4_WIDTH_MM = 210;
    private static final double A4_SHAPE = Math.sqrt(2);
    private static final double LETTER_WIDTH_MM = 215.9;
    private static final double LETTER_SHAPE = 11 / 8.5;

    /** From the width that a person has measured. */
    public static PaperSize ofWidth(int widthPx, int heightPx, double widthMm) {
        return new PaperSize(widthMm, widthMm * heightPx / widthPx, "given width");
    }

    /** From the resolution that a person knows, dots per inch on both axes. */
    public static PaperSize ofDpi(int widthPx, int heightPx, double dpi) {
        return new PaperSize(widthPx * MM_PER_INCH / dpi, heightPx * MM_PER_INCH / dpi, "given resolution");
    }

    /**
     * Without any help: the resolution that the file declares where it gives a plausible sheet, else a sheet of the page's shape. Declared
     * resolutions are often wrong, and all that is measured on the form is wrong by the same factor then.
     */
    public static PaperSize guess(int widthPx, int heightPx, OptionalDouble declaredDpi) {
        if (declaredDpi.isPresent() && declaredDpi.getAsDouble() >= LEAST_DPI) {
            PaperSize declared = ofDpi(widthPx, heightPx, declaredDpi.getAsDouble());
            double longest = Math.max(declared.widthMm, declared.heightMm);
            if (longest <= LARGEST_MM && Math.min(declared.widthMm, declared.heightMm) >= SMALLEST_MM) {
                String basis = String.format(Locale.ROOT, "declared %.0f dpi", declaredDpi.getAsDouble());
                return new PaperSize(declared.widthMm, declared.heightMm, basis);
            }
        }
        double shape = (double) Math.max(widthPx, heightPx) / Math.min(widthPx, heightPx);
        boolean letter = Math.abs(shape / LETTER_SHAPE - 1) < SAME_SHAPE;
        double shortSide = letter ? LETTER_WIDTH_MM : A4_WIDTH_MM;
        boolean certain = letter || Math.abs(shape / A4_SHAPE - 1) < SAME_SHAPE;
        double pxPerMm = Math.min(widthPx, heightPx) / shortSide;
        String sheet = letter ? "Letter" : "A4";
        return new PaperSize(
                widthPx / pxPerMm, heightPx / pxPerMm, certain ? "shape of " + sheet : "assumed width of " + sheet);
    }
}
