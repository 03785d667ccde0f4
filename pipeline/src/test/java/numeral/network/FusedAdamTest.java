package numeral.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.schedule.ISchedule;

class FusedAdamTest {
    /** More than two pieces, the last one short. */
    private static final int PARAMETERS = 20_001;

    private static final ISchedule RATE = new LearningRate(0.003, LearningRate.Decay.of("cosine"), 4).schedule();

    @BeforeAll
    static void prepare() {
        FastPath.prepare();
    }

    @ParameterizedTest
    @EnumSource(
            value = DataType.class,
            names = {"FLOAT", "DOUBLE"})
    void stepsLikeTheStockAdamStepAfterStep(DataType type) {
        INDArray ownState = Nd4j.zeros(type, 1, 2 * PARAMETERS);
        INDArray stockState = Nd4j.zeros(type, 1, 2 * PARAMETERS);
        GradientUpdater<?> own = new FusedAdam(RATE).instantiate(ownState, true);
        GradientUpdater<?> stock = new Adam(RATE).instantiate(stockState, true);
        Nd4j.getRandom().setSeed(3);
        for (int iteration = 0; iteration < 5; iteration++) {
            INDArray gradient = Nd4j.randn(type, 1, PARAMETERS).muli(0.01);
            gradient.putScalar(7, 0);
            INDArray expected = gradient.dup();
            own.applyUpdater(gradient, iteration, iteration / 2);
            stock.applyUpdater(expected, iteration, iteration / 2);

            assertThat(gradient.getDouble(7)).isEqualTo(0);
            assertThat(expected.normmaxNumber().doubleValue()).isGreaterThan(1e-3);
            // the native operation takes powers of its decays in single precision
            assertThat(gradient.sub(expected).normmaxNumber().doubleValue()).isCloseTo(0, within(1e-7));
        }
        assertThat(ownState.sub(stockState).normmaxNumber().doubleValue()).isCloseTo(0, within(1e-8));
        assertThat(ownState.normmaxNumber().doubleValue()).isGreaterThan(1e-3);
    }

    @Test
    void aCopyHasTheSameSettings() {
        FusedAdam settings = new FusedAdam(RATE);
        settings.setBeta1(0.8);
        settings.setBeta2(0.99);
        settings.setEpsilon(1e-6);

        assertThat(settings.clone()).isNotSameAs(settings).isEqualTo(settings);
        assertThat(settings.clone().getLearningRate(0, 2)).isEqualTo(RATE.valueAt(0, 2));
    }
}
