package numeral.measure;

/** Logarithmic loss of one example: minus the natural logarithm of the probability given to the true class. */
public final class LogLoss {
    private LogLoss() {}

    /**
     * Loss by log-sum-exp over the logits, which stays finite where a softmax probability would round to zero.
     *
     * @param logits finite, one per class
     * @param label index of the true class
     */
    public static double of(float[] logits, int label) {
        double max = Double.NEGATIVE_INFINITY;
        for (float logit : logits) {
            max = Math.max(max, logit);
        }
        double sum = 0;
        for (float logit : logits) {
            sum += StrictMath.exp(logit - max);
        }
        return max + StrictMath.log(sum) - logits[label];
    }
}
