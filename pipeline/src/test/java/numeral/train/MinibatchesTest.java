package numeral.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import numeral.network.FastPath;
import numeral.network.Networks;
import numeral.train.Minibatches.Place;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.dataset.DataSet;

class MinibatchesTest {
    @BeforeAll
    static void prepare() {
        FastPath.prepare();
    }

    /** Example i has i as its first two bytes. */
    private static Shard shard(int size) {
        byte[][] images = new byte[size][Networks.PIXELS];
        byte[] labels = new byte[size];
        for (int i = 0; i < size; i++) {
            images[i][0] = (byte) (i >> 8);
            images[i][1] = (byte) i;
            labels[i] = (byte) (i % Networks.CLASSES);
        }
        return new Shard(images, labels, 0);
    }

    private static int number(DataSet batch, int row) {
        return Math.round(batch.getFeatures().getFloat(row, 0) * 255) << 8
                | Math.round(batch.getFeatures().getFloat(row, 1) * 255);
    }

    private static List<Integer> trained(Shard shard, TrainPlan plan, int epoch, int round, int rounds) {
        List<Integer> seen = new ArrayList<>();
        new Minibatches(shard, plan, new Place(epoch, round, rounds, 0)).forEachRemaining(batch -> {
            assertThat(batch.numExamples()).isBetween(1, plan.batchSize());
            for (int row = 0; row < batch.numExamples(); row++) {
                int number = number(batch, row);
                assertThat(batch.getLabels().getRow(row).argMax().getInt(0)).isEqualTo(number % Networks.CLASSES);
                seen.add(number);
            }
        });
        return seen;
    }

    @ParameterizedTest
    @CsvSource({"0, 16, 3", "1, 16, 3", "15, 16, 1", "199, 16, 2", "199, 16, 5", "1050, 100, 4", "64, 64, 2", "33, 1, 7"
    })
    void everyExampleComesExactlyOnceAnEpoch(int size, int batchSize, int rounds) {
        TrainPlan plan = Plans.with("batch-size = " + batchSize, Plans.NO_AUGMENTATION);
        List<Integer> seen = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            seen.addAll(trained(shard(size), plan, 0, round, rounds));
        }
        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, size).boxed().toList());
    }

    @Test
    void orderIsSeededAndChangesWithTheEpoch() {
        TrainPlan plan = Plans.with(Plans.NO_AUGMENTATION);
        List<Integer> first = trained(shard(50), plan, 0, 0, 1);
        assertThat(trained(shard(50), plan, 0, 0, 1)).isEqualTo(first);
        assertThat(trained(shard(50), plan, 1, 0, 1)).isNotEqualTo(first);
        assertThat(trained(shard(50), Plans.with("seed = 99", Plans.NO_AUGMENTATION), 0, 0, 1))
                .isNotEqualTo(first);
    }

    @Test
    void imagesAreDistortedAsTheirEpochSays() {
        TrainPlan plan = Plans.with("epochs = 3", "augment.final-share = 0", "augment.noise = 0.5");

        assertThat(ink(plan, 0)).isGreaterThan(10);
        assertThat(ink(plan, 2)).isLessThan(1);
    }

    private static float ink(TrainPlan plan, int epoch) {
        return new Minibatches(shard(8), plan, new Place(epoch, 0, 1, 0))
                .next()
                .getFeatures()
                .sumNumber()
                .floatValue();
    }

    @Test
    void smoothingSpreadsAShareOfTheTarget() {
        TrainPlan plan = Plans.with("label-smoothing = 0.1", Plans.NO_AUGMENTATION);
        DataSet batch = new Minibatches(shard(1), plan, new Place(0, 0, 1, 0)).next();
        assertThat(batch.getLabels().toFloatVector()[0]).isEqualTo(1 - 0.1f + 0.01f);
        assertThat(batch.getLabels().toFloatVector()[1]).isEqualTo(0.01f);
    }
}
