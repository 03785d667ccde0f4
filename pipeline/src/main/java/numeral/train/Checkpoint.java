package numeral.train;

import java.util.List;

/**
 * A training run between two epochs: all that it needs to go on, bit for bit, as if nothing had happened.
 *
 * @param weights where the next epoch starts from
 * @param average running average of the parameters; empty before the first epoch
 * @param rows the epochs so far
 * @param best the best of them
 * @param seconds time of the epochs so far, validation included
 */
record Checkpoint(Origin origin, Weights weights, float[] average, List<EpochRow> rows, Best best, double seconds) {
    Checkpoint {
        rows = List.copyOf(rows);
    }

    /**
     * The epoch to keep.
     *
     * @param epoch from 1; 0 before any
     * @param temperature fitted on the validation part
     */
    record Best(int epoch, Weights weights, double temperature) {}

    /** A run before its first epoch. */
    static Checkpoint start(Origin origin, Weights weights) {
        return new Checkpoint(origin, weights, new float[0], List.of(), new Best(0, weights, 1), 0);
    }

    /** Epochs done. */
    int epoch() {
        return rows.size();
    }

    EpochRow lastRow() {
        return rows.get(rows.size() - 1);
    }

    EpochRow bestRow() {
        return rows.get(best.epoch() - 1);
    }
}
