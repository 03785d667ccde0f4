package numeral.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import numeral.network.Softmax;
import org.junit.jupiter.api.Test;

class TemperatureTest {
    @Test
    void findsTheTemperatureThatLabelsWereDrawnAt() {
        SplittableRandom random = new SplittableRandom(1);
        int n = 20_000;
        float[][] logits = new float[n][10];
        byte[] labels = new byte[n];
        for (int i = 0; i < n; i++) {
            for (int digit = 0; digit < 10; digit++) {
                logits[i][digit] = (float) random.nextDouble(-6, 6);
            }
            labels[i] = draw(Softmax.of(logits[i], 2.5), random.nextDouble());
        }
        assertThat(Temperature.fit(logits, labels)).isCloseTo(2.5, within(0.1));
    }

    /** Two logits at 6 and 0 elsewhere, all right: the softmax of 6 / T has to say the 1 / (n + 2) of being wrong. */
    @Test
    void keepsToWhatAnErrorFreeSampleShows() {
        float[][] logits = {{6, 0, 0, 0, 0, 0, 0, 0, 0, 0}, {0, 6, 0, 0, 0, 0, 0, 0, 0, 0}};

        double temperature = Temperature.fit(logits, new byte[] {0, 1});

        assertThat(1 - Softmax.of(logits[0], temperature)[0]).isCloseTo(1 / 4.0, within(1e-6));
    }

    @Test
    void isOneWithoutExamples() {
        assertThat(Temperature.fit(new float[0][], new byte[0])).isEqualTo(1);
    }

    private static byte draw(double[] probabilities, double uniform) {
        byte digit = 0;
        for (double left = uniform - probabilities[0]; left > 0 && digit < 9; left -= probabilities[digit]) {
            digit++;
        }
        return digit;
    }
}
