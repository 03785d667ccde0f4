package numeral.train;

import numeral.network.Softmax;

/** Temperature scaling (Guo and others 2017): the one number to divide logits by that makes their softmax a calibrated confidence. */
final class Temperature {
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final double LOWEST = 0.05;
    private static final double HIGHEST = 20;
    private static final int STEPS = 40;

    private Temperature() {}

    /**
     * The temperature of least mean cross-entropy; 1 where there is nothing to fit it to.
     *
     * <p>Of n labels 1 / (n + 2) is kept for being wrong (Platt 1999): examples that are all read right do not show that there are no errors, only that they are
     * few.
     */
    static double fit(float[][] logits, byte[] labels) {
        if (labels.length == 0) {
            return 1;
        }
        // the loss is convex in 1/T and so has one minimum in log T: golden section search
        double low = Math.log(LOWEST);
        double high = Math.log(HIGHEST);
        double left = high - GOLDEN * (high - low);
        double right = low + GOLDEN * (high - low);
        double leftLoss = loss(logits, labels, left);
        double rightLoss = loss(logits, labels, right);
        for (int step = 0; step < STEPS; step++) {
            if (leftLoss < rightLoss) {
                high = right;
                right = left;
                rightLoss = leftLoss;
                left = high - GOLDEN * (high - low);
                leftLoss = loss(logits, labels, left);
            } else {
                low = left;
                left = right;
                leftLoss = rightLoss;
                right = low + GOLDEN * (high - low);
                rightLoss = loss(logits, labels, right);
            }
        }
        return Math.exp((low + high) / 2);
    }

    private static double loss(float[][] logits, byte[] labels, double logTemperature) {
        double temperature = Math.exp(logTemperature);
        double wrong = 1.0 / (labels.length + 2);
        double sum = 0;
        for (int i = 0; i < labels.length; i++) {
            sum += Softmax.loss(logits[i], labels[i], temperature) + wrong * lead(logits[i], labels[i]) / temperature;
        }
        return sum / labels.length;
    }

    /** How far a logit is above the mean of the others. */
    private static double lead(float[] logits, int label) {
        double others = -logits[label];
        for (float logit : logits) {
            others += logit;
        }
        return logits[label] - others / (logits.length - 1);
    }
}
