package numeral.train;

import java.io.Serializable;

/**
 * What was counted over trained examples; tallies add up.
 *
 * @param lossSum cross-entropy summed over examples, without regularisation
 * @param correct examples whose largest logit was at their label
 */
public record Tally(long examples, double lossSum, long correct) implements Serializable {
    static final Tally ZERO = new Tally(0, 0, 0);

    Tally plus(Tally other) {
        return new Tally(examples + other.examples, lossSum + other.lossSum, correct + other.correct);
    }

    /** Mean loss. */
    public double loss() {
        return lossSum / examples;
    }

    /** Share of correct ones. */
    public double accuracy() {
        return (double) correct / examples;
    }
}
