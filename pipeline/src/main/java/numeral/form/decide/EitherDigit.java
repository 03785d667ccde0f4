package numeral.form.decide;

/**
 * Glyphs of one page that could be either of two digits, taken together: a writer whose ones look like sevens makes most of them so, and sevens otherwise.
 */
final class EitherDigit {
    /** Share of pages where all such glyphs are the same digit, before any was seen. */
    private static final double FAITHFUL = 0.8;
    /** How often either digit is taken to have been written on other pages: more would say that all digits are equally frequent on this one. */
    private static final double WRITTEN = 5;
    /** Share of glyphs of another hand on a page that is faithful otherwise. */
    private static final double STRANGER = 0.02;

    /** Glyphs of the page that are surely the first of the two digits, or the second. */
    private final int sureFirst;

    private final int sureSecond;

    private int doubtful;
    private double logAllFirst;
    private double logAllSecond;

    EitherDigit(int sureFirst, int sureSecond) {
        this.sureFirst = sureFirst;
        this.sureSecond = sureSecond;
    }

    /**
     * One more glyph that is in doubt.
     *
     * @param first probability that it is the first of the two digits, between 0 and 1
     */
    void add(double first) {
        doubtful++;
        logAllFirst += Math.log(first);
        logAllSecond += Math.log(1 - first);
    }

    /**
     * Probability that a glyph is the first digit, given those of the page.
     *
     * <p>Glyphs of one hand resemble each other, and so do the classifier's errors on them: n of them weigh as much as the root of n that were independent.
     *
     * @param alone the same from the glyph alone
     */
    double settled(double alone) {
        if (doubtful == 0) {
            return alone;
        }
        double balance = balance();
        double logSame = Math.log(FAITHFUL / 2) + logSum(logAllFirst + balance / 2, logAllSecond - balance / 2);
        double logMixed = Math.log(1 - FAITHFUL) + doubtful * Math.log(0.5);
        double logOdds = (logAllFirst - logAllSecond) / Math.sqrt(doubtful) + balance;
        double same = logistic(logSame - logMixed) * (1 - STRANGER);
        return same * logistic(logOdds) + (1 - same) * alone;
    }

    /**
     * Log of the odds that the doubtful glyphs are the first digit, from how many of either digit are beyond doubt: who is never sure of a one and often of a
     * seven has ones that look like sevens. The share of a writer's digits that come out doubtful has the prior of Jeffreys, Beta(1/2, 1/2), for either digit, and
     * how frequent the two are the prior Beta(5, 5).
     */
    private double balance() {
        double log = 0;
        for (int k = 0; k < doubtful; k++) {
            log += Math.log((sureFirst + WRITTEN + k) / (sureFirst + 1 + k));
            log -= Math.log((sureSecond + WRITTEN + k) / (sureSecond + 1 + k));
        }
        return log;
    }

    private static double logistic(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }

    private static double logSum(double a, double b) {
        double max = Math.max(a, b);
        return max + Math.log(Math.exp(a - max) + Math.exp(b - max));
    }
}
