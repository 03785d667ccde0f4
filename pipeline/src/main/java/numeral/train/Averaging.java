package numeral.train;

import com.typesafe.config.Config;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How workers share what they learn.
 *
 * @param workers shares that the examples are divided into, each trained by one task; 0 takes as many as Spark runs at once
 * @param frequency most minibatches that a worker trains between two averagings
 * @param updaterState what becomes of Adam's moments at an averaging
 * @param localWarmUpEpochs epochs at the start whose only averaging is at their end
 * @param weightAverage share, 0 to below 1, that the running average of the parameters keeps at each averaging; it is what is validated and kept. At 0 it
 *     is the last averaging itself
 */
public record Averaging(
        int workers, int frequency, UpdaterState updaterState, int localWarmUpEpochs, double weightAverage)
        implements Serializable {

    /** What becomes of the optimiser's moments where workers are averaged. */
    public enum UpdaterState {
        /** They are averaged like the parameters, and Adam's step goes on. */
        AVERAGE,
        /** Every round starts with none, and Adam's step at 0, which its correction for young moments needs. */
        RESET;

        private static UpdaterState of(String name) {
            return Arrays.stream(values())
                    .filter(state -> state.name().toLowerCase(Locale.ROOT).equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "numeral.train.averaging: updater-state is '" + name + "', expected average or reset"));
        }
    }

    public Averaging {
        List<String> problems = new ArrayList<>();
        if (workers < 0) {
            problems.add("workers is " + workers + ", expected 0 (as many as Spark runs at once) or more");
        }
        if (frequency < 1) {
            problems.add("frequency is " + frequency + ", expected 1 minibatch or more");
        }
        if (localWarmUpEpochs < 0) {
            problems.add("local-warm-up-epochs is " + localWarmUpEpochs + ", expected 0 or more");
        }
        if (!(weightAverage >= 0 && weightAverage < 1)) {
            problems.add("weight-average is " + weightAverage + ", expected 0 to below 1");
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("numeral.train.averaging: " + String.join("; ", problems));
        }
    }

    static Averaging from(Config averaging) {
        return new Averaging(
                averaging.getInt("workers"),
                averaging.getInt("frequency"),
                UpdaterState.of(averaging.getString("updater-state")),
                averaging.getInt("local-warm-up-epochs"),
                averaging.getDouble("weight-average"));
    }

    Averaging withWorkers(int count) {
        return new Averaging(count, frequency, updaterState, localWarmUpEpochs, weightAverage);
    }

    /**
     * Averaging rounds in an epoch: so many that no worker trains more than {@code frequency} minibatches between two of them.
     *
     * @param epoch from 0
     * @param minibatches of the worker that has the most
     */
    int rounds(int epoch, int minibatches) {
        return epoch < localWarmUpEpochs ? 1 : Math.max(1, (minibatches + frequency - 1) / frequency);
    }
}
