package numeral.train;

import java.io.Serializable;
import org.deeplearning4j.spark.api.TrainingResult;
import org.deeplearning4j.spark.api.stats.SparkTrainingStats;

/** What one worker hands back after one averaging round; without parameters where it had no data. */
final class WorkerResult implements TrainingResult, Serializable {
    private final float[] parameters;
    private final float[] updaterState;
    private final int iteration;
    private final Tally tally;
    private final long computeNanos;

    WorkerResult(NetworkState state, Tally tally, long computeNanos) {
        this(state.parameters(), state.updaterState(), state.iteration(), tally, computeNanos);
    }

    private WorkerResult(float[] parameters, float[] updaterState, int iteration, Tally tally, long computeNanos) {
        this.parameters = parameters;
        this.updaterState = updaterState;
        this.iteration = iteration;
        this.tally = tally;
        this.computeNanos = computeNanos;
    }

    static WorkerResult noData() {
        return new WorkerResult(new float[0], new float[0], 0, Tally.ZERO, 0);
    }

    float[] parameters() {
        return parameters;
    }

    float[] updaterState() {
        return updaterState;
    }

    int iteration() {
        return iteration;
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
