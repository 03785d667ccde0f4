package numeral.train;

import java.util.OptionalDouble;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * One epoch of one training run, column by column as in the table {@code training}.
 *
 * @param epoch from 1
 * @param examplesTrained examples that workers reported as trained
 * @param seconds wall-clock seconds without validation
 * @param secondsCompute mean worker seconds in forward and backward passes
 */
public record EpochRow(
        String model,
        String run,
        int epoch,
        long examplesTrained,
        double loss,
        double accuracy,
        OptionalDouble validationLoss,
        OptionalDouble validationAccuracy,
        double learningRate,
        int rounds,
        int workers,
        double seconds,
        double secondsCompute) {

    /** Examples trained over seconds. */
    public double examplesPerSecond() {
        return examplesTrained / seconds;
    }

    /** Seconds outside the workers' compute: sending, collecting, averaging, preparing minibatches. */
    public double secondsAveraging() {
        return Math.max(0, seconds - secondsCompute);
    }

    /** A row of the table {@code training}. */
    public Row toRow() {
        return RowFactory.create(
                model,
                run,
                epoch,
                examplesTrained,
                loss,
                accuracy,
                boxed(validationLoss),
                boxed(validationAccuracy),
                learningRate,
                rounds,
                workers,
                examplesPerSecond(),
                seconds,
                secondsCompute,
                secondsAveraging());
    }

    private static Double boxed(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
