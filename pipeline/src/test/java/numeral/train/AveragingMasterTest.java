package numeral.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import numeral.InputRefused;
import numeral.LocalSpark;
import numeral.network.Networks;
import numeral.network.Pixels;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.spark.impl.multilayer.SparkDl4jMultiLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.dataset.DataSet;

class AveragingMasterTest {
    private static final JavaSparkContext SPARK =
            JavaSparkContext.fromSparkContext(LocalSpark.session().sparkContext());

    private static TrainPlan plan(String... overrides) {
        List<String> settings =
                new ArrayList<>(List.of("hidden = 16", "batch-size = 16", "dropout = 0", Plans.NO_AUGMENTATION));
        settings.addAll(List.of(overrides));
        return Plans.with(settings.toArray(String[]::new));
    }

    private static Shard shard(int size) {
        Dataset<Row> rows = TinyDigits.rows(LocalSpark.session(), size, 1);
        return Shards.of(rows, new Split(0, 1), false, 1).first();
    }

    private static float[] parameters(MultiLayerNetwork network) {
        return network.params().data().asFloat();
    }

    /** What the minibatches of one epoch, a partition for each worker in each round, make of a fresh network. */
    private static MultiLayerNetwork trained(TrainPlan plan, JavaRDD<DataSet> minibatches) {
        MultiLayerNetwork network = Networks.create(plan.networkSettings());
        AveragingMaster master = new AveragingMaster(
                network.getLayerWiseConfigurations().toJson(),
                plan.averaging(),
                plan.seed(),
                new RunningAverage(0, new float[0]));
        new SparkDl4jMultiLayer(SPARK, network, master).fit(minibatches);
        return network;
    }

    private static JavaRDD<DataSet> minibatches(Shard shard, TrainPlan plan, int rounds, SerializableChange change) {
        int workers = plan.averaging().workers();
        List<Integer> places = new ArrayList<>();
        for (int place = 0; place < rounds * workers; place++) {
            places.add(place);
        }
        return SPARK.parallelize(places, places.size()).mapPartitions(partition -> {
            int place = partition.next();
            Minibatches.Place at = new Minibatches.Place(0, place / workers, rounds, place % workers);
            return change.apply(new Minibatches(shard, plan, at));
        });
    }

    /** Something that happens to a task's minibatches. */
    private interface SerializableChange extends UnaryOperator<Iterator<DataSet>>, Serializable {}

    private static Iterator<DataSet> changed(Iterator<DataSet> minibatches, int wanted, Runnable change) {
        AtomicInteger number = new AtomicInteger();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return minibatches.hasNext();
            }

            @Override
            public DataSet next() {
                if (number.incrementAndGet() == wanted) {
                    change.run();
                }
                return minibatches.next();
            }
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"mlp", "cnn"})
    void oneWorkerThatAveragesAfterEachMinibatchEqualsPlainFit(String kind) {
        TrainPlan plan = plan("network = " + kind, "averaging { workers = 1, frequency = 1 }");
        Shard shard = shard(100);
        int rounds = plan.averaging().rounds(0, 7);
        assertThat(rounds).isEqualTo(7);

        MultiLayerNetwork averaged = trained(plan, minibatches(shard, plan, rounds, batches -> batches));

        MultiLayerNetwork plain = Networks.create(plan.networkSettings());
        new Minibatches(shard, plan, new Minibatches.Place(0, 0, 1, 0)).forEachRemaining(plain::fit);
        assertThat(Arrays.mismatch(parameters(averaged), parameters(plain))).isEqualTo(-1);
        assertThat(Arrays.mismatch(
                        Weights.of(averaged).updaterState(), Weights.of(plain).updaterState()))
                .isEqualTo(-1);
        assertThat(Weights.of(averaged).iteration()).isEqualTo(7);
    }

    @Test
    void aTaskThatIsLostLeavesNoTrace() {
        TrainPlan plan = plan("network = mlp", "dropout = 0.5", "averaging.workers = 2");
        Shard shard = shard(100);
        MultiLayerNetwork undisturbed = trained(plan, minibatches(shard, plan, 2, batches -> batches));

        MultiLayerNetwork disturbed = trained(
                plan,
                minibatches(
                        shard,
                        plan,
                        2,
                        batches -> changed(batches, 3, () -> {
                            if (TaskContext.get().attemptNumber() == 0 && TaskContext.getPartitionId() == 1) {
                                throw new IllegalStateException("lost on purpose");
                            }
                        })));

        assertThat(Arrays.mismatch(parameters(disturbed), parameters(undisturbed)))
                .isEqualTo(-1);
    }

    @Test
    void aWorkerWithoutFiniteNumbersIsNamed() {
        TrainPlan plan = plan("network = mlp", "averaging.workers = 2");
        Shard shard = shard(100);
        JavaRDD<DataSet> poisoned = minibatches(shard, plan, 2, batches -> {
            boolean second = TaskContext.getPartitionId() == 1;
            return second ? poisoned(batches) : batches;
        });
        assertThatThrownBy(() -> trained(plan, poisoned))
                .rootCause()
                .isInstanceOf(InputRefused.class)
                .hasMessage("training diverged: the loss is NaN in epoch 1, round 1, worker 2, minibatch 1;"
                        + " try a lower numeral.train.learning-rate");
    }

    private static Iterator<DataSet> poisoned(Iterator<DataSet> batches) {
        DataSet first = batches.next();
        float[] features = new float[(int) first.getFeatures().length()];
        Arrays.fill(features, Float.NaN);
        first.setFeatures(Pixels.matrix(features, first.numExamples(), Networks.PIXELS));
        return List.of(first).iterator();
    }

    @Test
    void partitionsMustBeWholeRounds() {
        TrainPlan plan = plan("network = mlp", "averaging.workers = 2");
        assertThatThrownBy(() -> trained(plan, SPARK.parallelize(List.<DataSet>of(), 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("minibatches are in 3 partitions, expected a multiple of the 2 workers");
    }
}
