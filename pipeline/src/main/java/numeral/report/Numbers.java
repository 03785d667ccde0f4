package numeral.report;

import java.util.Locale;

/** Numbers as a reader wants them. */
final class Numbers {
    private static final String NONE = "–";

    private Numbers() {}

    /** A count with thousands apart. */
    static String count(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    /** A share as a percentage with two decimals, kept on one line; a dash for NaN. */
    static String percent(double share) {
        return Double.isNaN(share) ? NONE : String.format(Locale.ROOT, "%.2f\u00a0%%", 100 * share);
    }

    /** Four decimals; a dash for NaN. */
    static String decimal(double value) {
        return Double.isNaN(value) ? NONE : String.format(Locale.ROOT, "%.4f", value);
    }

    /** Three significant digits, for what spans powers of ten. */
    static String significant(double value) {
        return String.format(Locale.ROOT, "%.3g", value);
    }
}
