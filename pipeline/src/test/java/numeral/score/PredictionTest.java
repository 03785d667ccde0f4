package numeral.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PredictionTest {
    @Test
    void ranksDigitsAndAppliesTheTemperatureToConfidenceAlone() {
        float[] logits = {0, 0, 4, 0, 0, 0, 0, 3, 0, 0};

        Prediction prediction = Prediction.of(logits, 2);

        double e = Math.E;
        double sum = Math.pow(e, 4) + Math.pow(e, 3) + 8;
        assertThat(prediction.digit()).isEqualTo(2);
        assertThat(prediction.second()).isEqualTo(7);
        assertThat(prediction.margin()).isEqualTo(1);
        assertThat(prediction.p1()).isCloseTo(Math.pow(e, 4) / sum, within(1e-12));
        assertThat(prediction.p2()).isCloseTo(Math.pow(e, 3) / sum, within(1e-12));
        assertThat(prediction.confidence())
                .isCloseTo(Math.pow(e, 2) / (Math.pow(e, 2) + Math.pow(e, 1.5) + 8), within(1e-12));
    }

    @Test
    void equalLogitsGiveTheSmallerDigitFirst() {
        Prediction prediction = Prediction.of(new float[10], 1);
        assertThat(prediction.digit()).isZero();
        assertThat(prediction.second()).isEqualTo(1);
        assertThat(prediction.p1()).isCloseTo(0.1, within(1e-12));
    }
}
