package numeral.train;

import java.io.Serializable;
import java.util.Optional;
import org.deeplearning4j.spark.api.TrainingResult;
import org.deeplearning4j.spark.api.stats.SparkTrainingStats;

/** What one worker hands back after one averaging round. */
final class WorkerResult implements TrainingResult, Serializable {
    private final Weights weights;
    private final Tally tally;
    private final long computeNanos;

    WorkerResult(Weights weights, Tally tally, long computeNanos) {
        this.weights = weights;
        this.tally = tally;
        this.computeNanos = computeNanos;
    }

    static WorkerResult noData() {
        return new WorkerResult(null, Tally.ZERO, 0);
    }

    /** What the worker's training has come to; empty where it had no data. */
    Optional<Weights> weights() {
        return Optional.ofNullable(weights);
    }

    Tally tally() {
        return tally;
    }

    long computeNanos() {
        return computeNanos;
    }

    /** Ignored: the times that matter travel in the result itself. */
    @Override
    public void setStats(SparkTrainingStats stats) {}
}
