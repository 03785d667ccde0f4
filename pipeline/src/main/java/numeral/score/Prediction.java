package numeral.score;

import numeral.network.Softmax;

/**
 * What a network says about one image.
 *
 * @param digit most probable digit; of equal ones the smaller
 * @param p1 softmax probability of digit
 * @param second second most probable digit
 * @param p2 softmax probability of second
 * @param margin logit of digit minus logit of second
 * @param confidence probability of digit after temperature scaling
 * @param logits the ten logits, digit 0 first
 */
public record Prediction(
        int digit, double p1, int second, double p2, double margin, double confidence, float[] logits) {

    /** The prediction that follows from logits and the model's temperature. */
    public static Prediction of(float[] logits, double temperature) {
        int digit = Softmax.argmax(logits);
        float[] others = logits.clone();
        others[digit] = Float.NEGATIVE_INFINITY;
        int second = Softmax.argmax(others);
        double[] plain = Softmax.of(logits, 1);
        return new Prediction(
                digit,
                plain[digit],
                second,
                plain[second],
                (double) logits[digit] - logits[second],
                Softmax.of(logits, temperature)[digit],
                logits);
    }
}
