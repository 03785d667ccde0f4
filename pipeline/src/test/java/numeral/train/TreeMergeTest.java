package numeral.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import numeral.LocalSpark;
import org.apache.spark.api.java.JavaSparkContext;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreeMergeTest {
    private static final int WORKERS = 11;

    private static WorkerResult worker(int number) {
        if (number % 5 == 3) {
            return WorkerResult.noData();
        }
        SplittableRandom random = new SplittableRandom(number);
        float[] parameters = new float[100];
        float[] state = new float[200];
        for (int i = 0; i < state.length; i++) {
            parameters[i / 2] = (float) random.nextDouble(-1, 1);
            state[i] = (float) random.nextDouble();
        }
        return new WorkerResult(
                new Weights(parameters, state, 10 + number),
                new Tally(number + 1, number, 1),
                new WorkTime(number, 2L * number));
    }

    private static WorkerResult merged(int fanIn) {
        JavaSparkContext spark =
                JavaSparkContext.fromSparkContext(LocalSpark.session().sparkContext());
        List<Integer> numbers = IntStream.range(0, WORKERS).boxed().toList();
        return new TreeMerge(fanIn).merge(spark.parallelize(numbers, WORKERS).map(TreeMergeTest::worker));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void levelsDoNotChangeTheMean(int fanIn) {
        WorkerResult flat = WorkerResult.merged(
                IntStream.range(0, WORKERS).mapToObj(TreeMergeTest::worker).toList());

        WorkerResult tree = merged(fanIn);

        assertThat(tree.tally()).isEqualTo(flat.tally());
        assertThat(tree.time()).isEqualTo(flat.time());
        Weights weights = tree.weights().orElseThrow();
        assertThat(weights.iteration()).isEqualTo(20);
        assertThat(weights.parameters())
                .containsExactly(flat.weights().orElseThrow().parameters(), Offset.offset(1e-6f));
        assertThat(weights.updaterState())
                .containsExactly(flat.weights().orElseThrow().updaterState(), Offset.offset(1e-6f));
    }

    @Test
    void aRepeatGivesTheSameBits() {
        assertThat(merged(2).weights().orElseThrow().parameters())
                .containsExactly(merged(2).weights().orElseThrow().parameters());
    }

    @Test
    void nothingMergesToNothing() {
        assertThat(WorkerResult.merged(List.of(WorkerResult.noData())).weights())
                .isEmpty();
        assertThat(WorkerResult.merged(List.of()).tally()).isEqualTo(Tally.ZERO);
    }

    @Test
    void refusesATreeOfNoWidth() {
        assertThatThrownBy(() -> new TreeMerge(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("fan-in is 1, expected 2 or more");
    }
}
