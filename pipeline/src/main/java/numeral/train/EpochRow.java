package numeral.train;

import java.util.OptionalDouble;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * What one epoch of one training run came to; makes a row of the table {@code training}.
 *
 * @param epoch from 1
 * @param trained what workers reported as trained
 * @param validated the validation part after the epoch, its loss that of calibrated confidences; without examples where there is none
 * @param seconds wall-clock seconds without validation
 * @param secondsCompute mean worker seconds in forward and backward passes
 * @param secondsData mean worker seconds of preparing minibatches
 */
public record EpochRow(
        String model,
        String run,
        int epoch,
        Tally trained,
        Tally validated,
        double learningRate,
        int rounds,
        int workers,
        double seconds,
        double secondsCompute,
        double secondsData) {

    /** Mean loss on the validation part after temperature scaling; empty without one. */
    public OptionalDouble validationLoss() {
        return validated.examples() == 0 ? OptionalDouble.empty() : OptionalDouble.of(validated.loss());
    }

    /** Accuracy on the validation part; empty without one. */
    public OptionalDouble validationAccuracy() {
        return validated.examples() == 0 ? OptionalDouble.empty() : OptionalDouble.of(validated.accuracy());
    }

    /** Examples trained over seconds. */
    public double examplesPerSecond() {
        return trained.examples() / seconds;
    }

    /** Seconds that workers neither computed nor prepared minibatches: sending, collecting, averaging, waiting for one another. */
    public double secondsAveraging() {
        return Math.max(0, seconds - secondsCompute - secondsData);
    }

    /** A row of the table {@code training}. */
    public Row toRow() {
        return RowFactory.create(
                model,
                run,
                epoch,
                trained.examples(),
                trained.loss(),
                trained.accuracy(),
                boxed(validationLoss()),
                boxed(validationAccuracy()),
                learningRate,
                rounds,
                workers,
                examplesPerSecond(),
                seconds,
                secondsCompute,
                secondsData,
                secondsAveraging());
    }

    private static Double boxed(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
