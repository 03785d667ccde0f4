package numeral.form.decide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The best path of an exact number of arcs through a lattice, by dynamic programming. The weight of a path is the product of its cuts' priors
 * and its digits' top probabilities.
 */
final class DigitLattice {
    static final int DIGITS = 10;

    private final int nodes;
    private final int length;
    private final List<ScoredCrop> arcs;
    private final double[][] logProbabilities;

    DigitLattice(int nodes, int length, List<ScoredCrop> arcs, double temperature) {
        this.nodes = nodes;
        this.length = length;
        this.arcs = arcs;
        logProbabilities = new double[arcs.size()][];
        for (int a = 0; a < arcs.size(); a++) {
            logProbabilities[a] = logSoftmax(arcs.get(a).logits(), temperature);
        }
    }

    /**
     * @param chosen indexes of the arcs
     * @param segmentation share of all paths' weight that lies on paths that read the same digits, 0 to 1
     */
    record Path(List<Integer> chosen, String digits, double segmentation) {}

    /** Empty where no path has that many arcs. */
    Optional<Path> best() {
        double[][] best = new double[length + 1][nodes + 1];
        int[][] came = new int[length + 1][nodes + 1];
        for (double[] row : best) {
            Arrays.fill(row, Double.NEGATIVE_INFINITY);
        }
        best[0][0] = 0;
        for (int step = 0; step < length; step++) {
            for (int a = 0; a < arcs.size(); a++) {
                ScoredCrop arc = arcs.get(a);
                double weight = best[step][arc.from()] - arc.cost() + logProbabilities[a][top(a)];
                if (weight > best[step + 1][arc.to()]) {
                    best[step + 1][arc.to()] = weight;
                    came[step + 1][arc.to()] = a;
                }
            }
        }
        if (best[length][nodes] == Double.NEGATIVE_INFINITY) {
            return Optional.empty();
        }
        List<Integer> chosen = new ArrayList<>();
        int node = nodes;
        for (int step = length; step > 0; step--) {
            chosen.add(came[step][node]);
            node = arcs.get(came[step][node]).from();
        }
        Collections.reverse(chosen);
        StringBuilder digits = new StringBuilder();
        chosen.forEach(a -> digits.append((char) ('0' + top(a))));
        double same = logWeight(digits.toString()) - logWeight("");
        return Optional.of(new Path(chosen, digits.toString(), Math.min(1, Math.exp(same))));
    }

    /** Log of the summed weight of all paths, or of those whose top digits are {@code digits}. */
    private double logWeight(String digits) {
        double[] sums = new double[nodes + 1];
        Arrays.fill(sums, Double.NEGATIVE_INFINITY);
        sums[0] = 0;
        for (int step = 0; step < length; step++) {
            double[] next = new double[nodes + 1];
            Arrays.fill(next, Double.NEGATIVE_INFINITY);
            for (int a = 0; a < arcs.size(); a++) {
                ScoredCrop arc = arcs.get(a);
                boolean counts = digits.isEmpty() || digits.charAt(step) - '0' == top(a);
                if (counts && sums[arc.from()] > Double.NEGATIVE_INFINITY) {
                    double weight = sums[arc.from()] - arc.cost() + logProbabilities[a][top(a)];
                    next[arc.to()] = logSum(next[arc.to()], weight);
                }
            }
            sums = next;
        }
        return sums[nodes];
    }

    /** Calibrated probabilities of the ten digits of an arc. */
    double[] probabilities(int arc) {
        return Arrays.stream(logProbabilities[arc]).map(Math::exp).toArray();
    }

    /** The same of a crop by itself. */
    static double[] probabilities(ScoredCrop crop, double temperature) {
        return Arrays.stream(logSoftmax(crop.logits(), temperature))
                .map(Math::exp)
                .toArray();
    }

    int top(int arc) {
        int top = 0;
        for (int d = 1; d < DIGITS; d++) {
            top = logProbabilities[arc][d] > logProbabilities[arc][top] ? d : top;
        }
        return top;
    }

    private static double[] logSoftmax(float[] logits, double temperature) {
        double max = Double.NEGATIVE_INFINITY;
        for (float logit : logits) {
            max = Math.max(max, logit / temperature);
        }
        double sum = 0;
        for (float logit : logits) {
            sum += Math.exp(logit / temperature - max);
        }
        double[] result = new double[DIGITS];
        for (int d = 0; d < DIGITS; d++) {
            result[d] = logits[d] / temperature - max - Math.log(sum);
        }
        return result;
    }

    private static double logSum(double a, double b) {
        double max = Math.max(a, b);
        return max == Double.NEGATIVE_INFINITY ? max : max + Math.log(Math.exp(a - max) + Math.exp(b - max));
    }
}
