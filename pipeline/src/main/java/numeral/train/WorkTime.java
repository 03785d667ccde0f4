package numeral.train;

import java.io.Serializable;

/**
 * Where workers' time went.
 *
 * @param dataNanos preparing minibatches: decoding and augmentation
 * @param computeNanos forward and backward passes and the optimiser
 */
record WorkTime(long dataNanos, long computeNanos) implements Serializable {
    static final WorkTime ZERO = new WorkTime(0, 0);

    WorkTime plus(WorkTime other) {
        return new WorkTime(dataNanos + other.dataNanos, computeNanos + other.computeNanos);
    }
}
