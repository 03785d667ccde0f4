package numeral.tune;

/**
 * What a trial is judged by.
 *
 * @param accuracy on the validation part, 0 to 1
 * @param loss mean on the validation part
 */
public record Score(double accuracy, double loss) implements Comparable<Score> {
    /** The better one first: more accurate, or as accurate at less loss. */
    @Override
    public int compareTo(Score other) {
        int byAccuracy = Double.compare(other.accuracy, accuracy);
        return byAccuracy != 0 ? byAccuracy : Double.compare(loss, other.loss);
    }
}
