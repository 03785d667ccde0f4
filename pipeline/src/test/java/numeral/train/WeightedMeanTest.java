package numeral.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WeightedMeanTest {
    @Test
    void weighsByExamples() {
        WeightedMean mean = new WeightedMean(2);
        mean.add(new float[] {1, 10}, 3);
        mean.add(new float[] {5, -10}, 1);
        assertThat(mean.mean()).containsExactly(2, 5);
    }

    @Test
    void oneWorkerComesBackBitForBit() {
        float[] values = {1.1f, -3.3e-20f, 7.7e20f, Float.MIN_VALUE};
        WeightedMean mean = new WeightedMean(values.length);
        mean.add(values, 12_345_679);
        assertThat(mean.mean()).isEqualTo(values);
    }

    @Test
    void refusesWhatCannotBeAveraged() {
        WeightedMean mean = new WeightedMean(2);
        assertThatThrownBy(() -> mean.add(new float[3], 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("vector has 3 numbers, expected 2");
        assertThatThrownBy(() -> mean.add(new float[2], 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("weight is 0 examples, expected more than 0");
        assertThatThrownBy(mean::mean).isInstanceOf(IllegalStateException.class).hasMessage("mean of nothing");
    }
}
