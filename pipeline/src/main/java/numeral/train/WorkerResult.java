package numeral.train;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.spark.api.TrainingResult;
import org.deeplearning4j.spark.api.stats.SparkTrainingStats;

/** What workers hand back after one averaging round: one of them, or several merged into one. */
final class WorkerResult implements TrainingResult, Serializable {
    private final Weights weights;
    private final Tally tally;
    private final WorkTime time;

    WorkerResult(Weights weights, Tally tally, WorkTime time) {
        this.weights = weights;
        this.tally = tally;
        this.time = time;
    }

    static WorkerResult noData() {
        return new WorkerResult(null, Tally.ZERO, WorkTime.ZERO);
    }

    /**
     * Several results as one: the mean of their weights by the examples behind them, summed in the order of the list, with the step of the one that
     * trained the most minibatches.
     */
    static WorkerResult merged(List<WorkerResult> results) {
        List<WorkerResult> trained =
                results.stream().filter(result -> result.weights != null).toList();
        if (trained.isEmpty()) {
            return noData();
        }
        Weights shape = trained.get(0).weights;
        WeightedMean parameters = new WeightedMean(shape.parameters().length);
        WeightedMean updaterState = new WeightedMean(shape.updaterState().length);
        int iteration = 0;
        Tally tally = Tally.ZERO;
        WorkTime time = WorkTime.ZERO;
        for (WorkerResult result : trained) {
            parameters.add(result.weights.parameters(), result.tally.examples());
            updaterState.add(result.weights.updaterState(), result.tally.examples());
            iteration = Math.max(iteration, result.weights.iteration());
            tally = tally.plus(result.tally);
            time = time.plus(result.time);
        }
        return new WorkerResult(new Weights(parameters.mean(), updaterState.mean(), iteration), tally, time);
    }

    /** What the training has come to; empty where there was no data. */
    Optional<Weights> weights() {
        return Optional.ofNullable(weights);
    }

    Tally tally() {
        return tally;
    }

    /** Summed over the workers. */
    WorkTime time() {
        return time;
    }

    /** Ignored: the times that matter travel in the result itself. */
    @Override
    public void setStats(SparkTrainingStats stats) {}
}
