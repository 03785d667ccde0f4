package numeral.network;

/** Softmax in double precision, safe for large logits. */
public final class Softmax {
    private Softmax() {}

    /** Probabilities of logits divided by a temperature. */
    public static double[] of(float[] logits, double temperature) {
        double top = Double.NEGATIVE_INFINITY;
        for (float logit : logits) {
            top = Math.max(top, logit);
        }
        double[] probabilities = new double[logits.length];
        double sum = 0;
        for (int i = 0; i < logits.length; i++) {
            probabilities[i] = Math.exp((logits[i] - top) / temperature);
            sum += probabilities[i];
        }
        for (int i = 0; i < logits.length; i++) {
            probabilities[i] /= sum;
        }
        return probabilities;
    }

    /** Cross-entropy of a true class: minus the logarithm of its softmax probability. */
    public static double loss(float[] logits, int label, double temperature) {
        double top = Double.NEGATIVE_INFINITY;
        for (float logit : logits) {
            top = Math.max(top, logit);
        }
        double sum = 0;
        for (float logit : logits) {
            sum += Math.exp((logit - top) / temperature);
        }
        return Math.log(sum) - (logits[label] - top) / temperature;
    }

    /** Class of the largest logit; of equal ones the first. */
    public static int argmax(float[] logits) {
        int best = 0;
        for (int i = 1; i < logits.length; i++) {
            if (logits[i] > logits[best]) {
                best = i;
            }
        }
        return best;
    }
}
