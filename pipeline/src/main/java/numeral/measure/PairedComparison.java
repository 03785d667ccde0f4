package numeral.measure;

import java.util.stream.LongStream;
import org.apache.commons.math3.special.Beta;

/**
 * Champion and candidate on the same examples, counted by which of them read right.
 *
 * @param bothRight both read right
 * @param onlyChampion the champion alone read right
 * @param onlyCandidate the candidate alone read right
 * @param bothWrong neither did
 */
public record PairedComparison(long bothRight, long onlyChampion, long onlyCandidate, long bothWrong) {
    public PairedComparison {
        if (LongStream.of(bothRight, onlyChampion, onlyCandidate, bothWrong).anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("comparison of models: counts " + bothRight + ", " + onlyChampion + ", "
                    + onlyCandidate + ", " + bothWrong + ", expected none below 0");
        }
    }

    /** Examples compared. */
    public long n() {
        return bothRight + onlyChampion + onlyCandidate + bothWrong;
    }

    /** How much less accurate the candidate is, as a share of the examples; negative where it is more accurate. */
    public double accuracyLoss() {
        return n() == 0 ? 0 : (double) (onlyChampion - onlyCandidate) / n();
    }

    /**
     * Probability that chance alone would favour the champion on at least so many of the examples on which the two differ, were they equally accurate:
     * the exact one-sided test of McNemar ("Note on the sampling error of the difference between correlated proportions or percentages", Psychometrika
     * 12, 1947), the upper tail of a binomial with probability one half, as an incomplete beta function.
     */
    public double pCandidateNotWorse() {
        return onlyChampion == 0 ? 1 : Beta.regularizedBeta(0.5, onlyChampion, onlyCandidate + 1.0);
    }
}
