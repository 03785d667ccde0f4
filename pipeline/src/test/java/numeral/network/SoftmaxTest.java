package numeral.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import org.junit.jupiter.api.Test;

class SoftmaxTest {
    @Test
    void staysFiniteForLargeLogits() {
        double[] probabilities = Softmax.of(new float[] {1000, 999, -1000}, 1);
        assertThat(probabilities[0]).isCloseTo(1 / (1 + Math.exp(-1)), offset(1e-12));
        assertThat(probabilities[2]).isZero();
    }

    @Test
    void temperatureFlattens() {
        float[] logits = {2, 0};
        assertThat(Softmax.of(logits, 2)[0]).isCloseTo(1 / (1 + Math.exp(-1)), offset(1e-12));
    }

    @Test
    void lossIsMinusTheLogarithmOfTheProbability() {
        float[] logits = {0.5f, -1, 3};
        assertThat(Softmax.loss(logits, 1, 1.5)).isCloseTo(-Math.log(Softmax.of(logits, 1.5)[1]), offset(1e-12));
    }

    @Test
    void equalLogitsGiveTheFirst() {
        assertThat(Softmax.argmax(new float[] {1, 7, 7})).isEqualTo(1);
    }
}
