package numeral.train;

import com.typesafe.config.Config;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What ends a training run before its last epoch.
 *
 * @param patience epochs without a validation loss as low as the least so far, after which training stops; 0 never stops for that
 * @param timeBudgetSeconds seconds, validation included, that the run stays within: it stops before an epoch that would exceed them if it takes as long
 *     as those before it did on average. The first epoch is always trained; 0 never stops for that
 */
public record Stopping(int patience, long timeBudgetSeconds) implements Serializable {
    public Stopping {
        List<String> problems = new ArrayList<>();
        if (patience < 0) {
            problems.add("patience is " + patience + ", expected 0 (never) or more");
        }
        if (timeBudgetSeconds < 0) {
            problems.add("time-budget is " + timeBudgetSeconds + " s, expected 0 (none) or more");
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("numeral.train.stopping: " + String.join("; ", problems));
        }
    }

    static Stopping from(Config stopping) {
        Duration budget = stopping.getDuration("time-budget");
        return new Stopping(stopping.getInt("patience"), budget.plusMillis(999).toSeconds());
    }

    boolean isPatienceOver(int epochsSinceBest) {
        return patience > 0 && epochsSinceBest >= patience;
    }

    /** Whether one epoch more would be too long, after a number of epochs that took so many seconds. */
    boolean isTimeOver(double seconds, int epochs) {
        return timeBudgetSeconds > 0 && epochs > 0 && seconds / epochs * (epochs + 1) > timeBudgetSeconds;
    }
}
