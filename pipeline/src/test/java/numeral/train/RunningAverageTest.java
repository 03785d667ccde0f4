package numeral.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunningAverageTest {
    @Test
    void keepsAShareOfWhatWas() {
        RunningAverage average = new RunningAverage(0.75, new float[0]);
        average.add(new float[] {4, -8});
        average.add(new float[] {0, 8});
        assertThat(average.mean()).containsExactly(3, -4);
    }

    @Test
    void goesOnFromWhatItWas() {
        RunningAverage average = new RunningAverage(0.5, new float[] {2});
        average.add(new float[] {4});
        assertThat(average.mean()).containsExactly(3);
    }

    @Test
    void isTheLastWithoutDecay() {
        RunningAverage average = new RunningAverage(0, new float[] {2});
        average.add(new float[] {1.1f});
        assertThat(average.mean()).containsExactly(1.1f);
    }
}
