package numeral.form.decide;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether what could be either of two digits, a 1 with a long upstroke or a 7 without a bar, a 1 with a foot or a 2, is how the writer of a page writes the
 * one or the other. A glyph alone does not tell them apart, but the page's other glyphs do.
 */
final class WriterHabit {
    /** Glyphs that are less than this one of two digits are about others. */
    private static final double EITHER = 0.9;
    /** What leaves less doubt than this is sure: a 1 without an upstroke, a 7 with a bar. */
    private static final double DOUBTFUL = 0.005;

    private final double temperature;
    /** For every two digits, the lower one first. */
    private final EitherDigit[][] pairs = new EitherDigit[DigitLattice.DIGITS][DigitLattice.DIGITS];

    private WriterHabit(double temperature) {
        this.temperature = temperature;
    }

    /**
     * @param glyphs those of the page that are digits
     * @param temperature divides the logits
     */
    static WriterHabit of(List<ScoredCrop> glyphs, double temperature) {
        WriterHabit habit = new WriterHabit(temperature);
        List<double[]> page = glyphs.stream().map(habit::probabilities).toList();
        for (int first = 0; first < DigitLattice.DIGITS; first++) {
            for (int second = first + 1; second < DigitLattice.DIGITS; second++) {
                habit.pairs[first][second] = pair(page, first, second);
            }
        }
        return habit;
    }

    private static EitherDigit pair(List<double[]> page, int first, int second) {
        int sureFirst = 0;
        int sureSecond = 0;
        List<Double> doubtful = new ArrayList<>();
        for (double[] glyph : page) {
            double both = glyph[first] + glyph[second];
            if (isBetween(glyph, first, second)) {
                doubtful.add(glyph[first] / both);
            } else if (both >= EITHER && Math.min(glyph[first], glyph[second]) < DOUBTFUL * both) {
                sureFirst += glyph[first] > glyph[second] ? 1 : 0;
                sureSecond += glyph[first] > glyph[second] ? 0 : 1;
            }
        }
        EitherDigit pair = new EitherDigit(sureFirst, sureSecond);
        doubtful.forEach(pair::add);
        return pair;
    }

    /** The field with the doubt of its glyphs settled as far as the habit tells. */
    ScoredField applied(ScoredField field) {
        return field.with(field.crops().stream().map(this::applied).toList());
    }

    private ScoredCrop applied(ScoredCrop glyph) {
        double[] probabilities = probabilities(glyph);
        for (int first = 0; first < DigitLattice.DIGITS; first++) {
            for (int second = first + 1; second < DigitLattice.DIGITS; second++) {
                if (isBetween(probabilities, first, second)) {
                    return settled(glyph, probabilities, first, second);
                }
            }
        }
        return glyph;
    }

    private ScoredCrop settled(ScoredCrop glyph, double[] probabilities, int first, int second) {
        double alone = probabilities[first] / (probabilities[first] + probabilities[second]);
        double together = pairs[first][second].settled(alone);
        float[] logits = glyph.logits().clone();
        logits[first] += (float) (temperature * Math.log(together / alone));
        logits[second] += (float) (temperature * Math.log((1 - together) / (1 - alone)));
        return glyph.with(logits);
    }

    /** Whether a glyph is in doubt between two digits: they are the likeliest, hardly any other comes into question, and neither is sure. */
    private static boolean isBetween(double[] glyph, int first, int second) {
        double both = glyph[first] + glyph[second];
        double lesser = Math.min(glyph[first], glyph[second]);
        if (both < EITHER || lesser < DOUBTFUL * both) {
            return false;
        }
        for (int digit = 0; digit < DigitLattice.DIGITS; digit++) {
            if (digit != first && digit != second && glyph[digit] >= lesser) {
                return false;
            }
        }
        return true;
    }

    private double[] probabilities(ScoredCrop glyph) {
        return DigitLattice.probabilities(glyph, temperature);
    }
}
