package numeral.train;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.spark.api.TrainingHook;
import org.deeplearning4j.spark.api.TrainingResult;
import org.deeplearning4j.spark.api.TrainingWorker;
import org.deeplearning4j.spark.api.WorkerConfiguration;
import org.deeplearning4j.spark.api.stats.SparkTrainingStats;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.dataset.api.DataSet;
import org.nd4j.linalg.dataset.api.MultiDataSet;

/** The part of dl4j-spark's worker interface that a worker for plain multi-layer networks has no use for: graphs, hooks and statistics of its own. */
abstract class LayersOnlyWorker<R extends TrainingResult> implements TrainingWorker<R> {
    @Override
    public ComputationGraph getInitialModelGraph() {
        throw layersOnly();
    }

    @Override
    public R processMinibatch(DataSet dataSet, ComputationGraph graph, boolean isLast) {
        throw layersOnly();
    }

    @Override
    public R processMinibatch(MultiDataSet dataSet, ComputationGraph graph, boolean isLast) {
        throw layersOnly();
    }

    @Override
    public Pair<R, SparkTrainingStats> processMinibatchWithStats(
            DataSet dataSet, ComputationGraph graph, boolean isLast) {
        throw layersOnly();
    }

    @Override
    public Pair<R, SparkTrainingStats> processMinibatchWithStats(
            MultiDataSet dataSet, ComputationGraph graph, boolean isLast) {
        throw layersOnly();
    }

    @Override
    public R getFinalResult(ComputationGraph graph) {
        throw layersOnly();
    }

    @Override
    public Pair<R, SparkTrainingStats> getFinalResultWithStats(ComputationGraph graph) {
        throw layersOnly();
    }

    @Override
    public Pair<R, SparkTrainingStats> processMinibatchWithStats(
            DataSet dataSet, MultiLayerNetwork network, boolean isLast) {
        return new Pair<>(processMinibatch(dataSet, network, isLast), null);
    }

    @Override
    public Pair<R, SparkTrainingStats> getFinalResultWithStats(MultiLayerNetwork network) {
        return new Pair<>(getFinalResult(network), null);
    }

    @Override
    public Pair<R, SparkTrainingStats> getFinalResultNoDataWithStats() {
        return new Pair<>(getFinalResultNoData(), null);
    }

    @Override
    public void addHook(TrainingHook hook) {
        throw new UnsupportedOperationException("training hooks are not supported");
    }

    @Override
    public void removeHook(TrainingHook hook) {
        throw new UnsupportedOperationException("training hooks are not supported");
    }

    @Override
    public WorkerConfiguration getDataConfiguration() {
        throw new UnsupportedOperationException("minibatches come ready made: there is nothing to configure");
    }

    private static UnsupportedOperationException layersOnly() {
        return new UnsupportedOperationException("only multi-layer networks are trained here, no computation graphs");
    }
}
