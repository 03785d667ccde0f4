package numeral.train;

import java.util.Collection;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.deeplearning4j.core.loader.DataSetLoader;
import org.deeplearning4j.core.loader.MultiDataSetLoader;
import org.deeplearning4j.core.storage.StatsStorageRouter;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.deeplearning4j.spark.api.TrainingHook;
import org.deeplearning4j.spark.api.TrainingMaster;
import org.deeplearning4j.spark.api.TrainingResult;
import org.deeplearning4j.spark.api.TrainingWorker;
import org.deeplearning4j.spark.api.stats.SparkTrainingStats;
import org.deeplearning4j.spark.impl.graph.SparkComputationGraph;
import org.deeplearning4j.spark.impl.multilayer.SparkDl4jMultiLayer;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.MultiDataSet;

/**
 * The part of dl4j-spark's master interface that a master for plain multi-layer networks over resident data has no use for: graphs, exported files,
 * hooks, listeners and statistics of its own.
 */
abstract class LayersOnlyMaster<R extends TrainingResult, W extends TrainingWorker<R>> implements TrainingMaster<R, W> {
    @Override
    public W getWorkerInstance(SparkComputationGraph graph) {
        throw unsupported("computation graphs");
    }

    @Override
    public void executeTraining(SparkComputationGraph graph, JavaRDD<DataSet> data) {
        throw unsupported("computation graphs");
    }

    @Override
    public void executeTrainingMDS(SparkComputationGraph graph, JavaRDD<MultiDataSet> data) {
        throw unsupported("computation graphs");
    }

    @Override
    public void executeTrainingPaths(
            SparkDl4jMultiLayer network,
            SparkComputationGraph graph,
            JavaRDD<String> paths,
            DataSetLoader loader,
            MultiDataSetLoader multiLoader) {
        throw unsupported("files of minibatches");
    }

    @Override
    public void addHook(TrainingHook hook) {
        throw unsupported("training hooks");
    }

    @Override
    public void removeHook(TrainingHook hook) {
        throw unsupported("training hooks");
    }

    @Override
    public void setListeners(Collection<TrainingListener> listeners) {
        throw unsupported("listeners on workers");
    }

    @Override
    public void setListeners(StatsStorageRouter router, Collection<TrainingListener> listeners) {
        throw unsupported("listeners on workers");
    }

    @Override
    public void setCollectTrainingStats(boolean collect) {
        throw unsupported("dl4j-spark's statistics");
    }

    @Override
    public boolean getIsCollectTrainingStats() {
        return false;
    }

    @Override
    public SparkTrainingStats getTrainingStats() {
        throw unsupported("dl4j-spark's statistics");
    }

    @Override
    public String toJson() {
        throw unsupported("masters as JSON");
    }

    @Override
    public String toYaml() {
        throw unsupported("masters as YAML");
    }

    /** True: there are none. */
    @Override
    public boolean deleteTempFiles(JavaSparkContext spark) {
        return true;
    }

    /** True: there are none. */
    @Override
    public boolean deleteTempFiles(SparkContext spark) {
        return true;
    }

    private static UnsupportedOperationException unsupported(String what) {
        return new UnsupportedOperationException(what + " are not supported");
    }
}
