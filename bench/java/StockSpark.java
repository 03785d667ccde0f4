import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.SparkConf;
import org.deeplearning4j.spark.api.RDDTrainingApproach;
import org.deeplearning4j.spark.api.Repartition;
import org.deeplearning4j.spark.impl.multilayer.SparkDl4jMultiLayer;
import org.deeplearning4j.spark.impl.paramavg.ParameterAveragingTrainingMaster;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Examples a second of dl4j-spark's own parameter averaging, tuned as well as it can be: minibatches made beforehand and cached, one partition a worker,
 * no repartitioning, no file system between, Java's serialiser, two rounds an epoch. Arguments: digits, examples, batch, workers, epochs. The first epoch
 * warms up.
 */
public final class StockSpark {
    private StockSpark() {}

    public static void main(String[] arguments) throws Exception {
        int examples = Integer.parseInt(arguments[1]);
        int batch = Integer.parseInt(arguments[2]);
        int workers = Integer.parseInt(arguments[3]);
        int epochs = Integer.parseInt(arguments[4]);
        Nd4j.getMemoryManager().togglePeriodicGc(false);
        try (JavaSparkContext spark = new JavaSparkContext(new SparkConf().setAppName("stock dl4j-spark"))) {
            List<DataSet> minibatches = RawDigits.read(arguments[0]).minibatches(examples, batch);
            // it leaves out what does not fill a round of all workers
            int perRound = minibatches.size() / workers / 2;
            JavaRDD<DataSet> data = spark.parallelize(minibatches.subList(0, perRound * workers * 2), workers);
            ParameterAveragingTrainingMaster master = new ParameterAveragingTrainingMaster.Builder(workers, batch)
                    .batchSizePerWorker(batch)
                    .averagingFrequency(perRound)
                    .rddTrainingApproach(RDDTrainingApproach.Direct)
                    .repartionData(Repartition.Never)
                    .saveUpdater(true)
                    .workerPrefetchNumBatches(0)
                    .build();
            SparkDl4jMultiLayer network = new SparkDl4jMultiLayer(spark, StockNetwork.configuration(), master);
            List<Double> rates = new ArrayList<>();
            for (int epoch = 0; epoch <= epochs; epoch++) {
                long start = System.nanoTime();
                network.fit(data);
                double seconds = (System.nanoTime() - start) / 1e9;
                rates.add(perRound * workers * 2 * batch / seconds);
            }
            List<Double> warm = rates.subList(1, rates.size()).stream().sorted().toList();
            Clock.print(warm.get(warm.size() / 2), network.getNetwork().numParams());
        }
    }
}
