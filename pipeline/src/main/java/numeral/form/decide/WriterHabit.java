package numeral.form.decide;

import java.util.List;

/**
 * Whether a 1 with a long upstroke or a 7 without a bar is how the writer of a page writes. A glyph alone does not tell them apart, but a writer makes
 * either the one or the other: glyphs of a page that could be both are taken together.
 */
final class WriterHabit {
    private static final int ONE = 1;
    private static final int SEVEN = 7;
    /** Share of pages where all such glyphs are the same digit, before any was seen. */
    private static final double FAITHFUL = 0.9;
    /** Share of glyphs of another hand on a page that is faithful otherwise. */
    private static final double STRANGER = 0.02;
    /** Glyphs that are less than this a 1 or a 7 are about other digits. */
    private static final double EITHER = 0.9;
    /** What leaves less doubt than this says nothing of the others: a 1 without an upstroke, a 7 with a bar. */
    private static final double DOUBTFUL = 0.005;

    private final double temperature;
    /** Probability that all doubtful glyphs of the page are the same digit. */
    private final double faithful;
    /** Probability that this digit is a 1. */
    private final double one;

    private WriterHabit(double temperature, double faithful, double one) {
        this.temperature = temperature;
        this.faithful = faithful;
        this.one = one;
    }

    /**
     * Glyphs of one hand resemble each other, and so do the classifier's errors on them: n of them weigh as much as the root of n that were
     * independent.
     *
     * @param glyphs those of the page that are digits
     * @param temperature divides the logits
     */
    static WriterHabit of(List<ScoredCrop> glyphs, double temperature) {
        double allOnes = 0;
        double allSevens = 0;
        int doubtful = 0;
        for (ScoredCrop glyph : glyphs) {
            double[] probabilities = probabilities(glyph, temperature);
            if (doubtful(probabilities)) {
                double one = probabilities[ONE] / (probabilities[ONE] + probabilities[SEVEN]);
                allOnes += Math.log(one);
                allSevens += Math.log(1 - one);
                doubtful++;
            }
        }
        double same = FAITHFUL * (Math.exp(allOnes) + Math.exp(allSevens)) / 2;
        double mixed = (1 - FAITHFUL) * Math.pow(0.5, doubtful);
        double odds = Math.exp((allOnes - allSevens) / Math.sqrt(Math.max(1, doubtful)));
        return new WriterHabit(temperature, same / (same + mixed), odds / (1 + odds));
    }

    /** The field with the doubt of its glyphs settled as far as the habit tells. */
    ScoredField applied(ScoredField field) {
        return new ScoredField(
                field.name(),
                field.nodes(),
                field.state(),
                field.geometry(),
                field.crops().stream().map(this::applied).toList());
    }

    private ScoredCrop applied(ScoredCrop glyph) {
        double[] probabilities = probabilities(glyph, temperature);
        if (!doubtful(probabilities)) {
            return glyph;
        }
        double both = probabilities[ONE] + probabilities[SEVEN];
        double alone = probabilities[ONE] / both;
        double bound = faithful * (1 - STRANGER);
        double together = bound * one + (1 - bound) * alone;
        float[] logits = glyph.logits().clone();
        logits[ONE] += (float) (temperature * Math.log(together / alone));
        logits[SEVEN] += (float) (temperature * Math.log((1 - together) / (1 - alone)));
        return new ScoredCrop(
                glyph.from(), glyph.to(), glyph.cost(), glyph.inkMm2(), glyph.residue(), glyph.mm(), logits);
    }

    private static boolean doubtful(double[] probabilities) {
        double both = probabilities[ONE] + probabilities[SEVEN];
        return both >= EITHER && Math.min(probabilities[ONE], probabilities[SEVEN]) >= DOUBTFUL * both;
    }

    private static double[] probabilities(ScoredCrop glyph, double temperature) {
        return new DigitLattice(glyph.to(), 1, List.of(glyph), temperature).probabilities(0);
    }
}
