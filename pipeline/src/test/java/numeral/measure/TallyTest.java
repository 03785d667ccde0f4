package numeral.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class TallyTest {
    @Test
    void evaluatesWhatWasAdded() {
        var evaluation = new Tally()
                .add(3, 3, 0.99, 0.01)
                .add(3, 3, 0.99, 0.01)
                .add(3, 5, 0.60, 1.20)
                .add(5, 5, 0.80, 0.22)
                .evaluation();

        assertThat(evaluation.n()).isEqualTo(4);
        assertThat(evaluation.confusion().accuracy()).isEqualTo(0.75);
        assertThat(evaluation.logLoss()).isCloseTo(0.36, within(1e-9));
        // bins of 1/15: {0.60}, {0.80} and {0.99, 0.99}
        assertThat(evaluation.calibration().expectedError())
                .isCloseTo((0.60 + (1 - 0.80) + (2 - 1.98)) / 4, within(1e-9));
    }

    @Test
    void acceptsTheMostConfidentFirst() {
        var curve = new Tally()
                .add(0, 0, 0.999, 0)
                .add(0, 0, 0.9, 0)
                .add(0, 6, 0.9, 2)
                .add(0, 0, 0.5, 0.7)
                .evaluation()
                .riskCoverage();

        assertThat(curve.points())
                .extracting(RiskCoverage.Point::accepted, RiskCoverage.Point::coverage, RiskCoverage.Point::risk)
                .containsExactly(tuple(1, 0.25, 0), tuple(3, 0.75, 1 / 3.0), tuple(4, 1, 0.25));
        assertThat(curve.at(0.3).threshold()).isCloseTo(0.9, within(0.003));
        assertThat(curve.at(1).riskUpper()).isEqualTo(ClopperPearson.upper(1, 4, 0.95));
    }

    @Test
    void mergesToTheSameBitsInAnyOrder() throws Exception {
        var parts = IntStream.range(0, 7).mapToObj(TallyTest::random).toList();
        var forwards = new Tally();
        var backwards = new Tally();
        for (int i = 0; i < parts.size(); i++) {
            forwards.merge(parts.get(i));
            backwards.merge(copy(parts.get(parts.size() - 1 - i)));
        }

        assertThat(forwards.evaluation().n()).isEqualTo(7_000);
        assertThat(forwards.evaluation().metrics())
                .isEqualTo(backwards.evaluation().metrics());
    }

    @Test
    void takesConfidencesAtBothEnds() {
        var evaluation = new Tally().add(1, 1, 1.0, 0).add(2, 2, 0.0, 30).evaluation();

        assertThat(evaluation.riskCoverage().points())
                .extracting(RiskCoverage.Point::threshold)
                .last()
                .isEqualTo(0.0);
        assertThat(evaluation.calibration().bins().get(14).n()).isEqualTo(1);
        assertThat(evaluation.calibration().bins().get(0).n()).isEqualTo(1);
    }

    @Test
    void refusesValuesOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Tally().add(10, 1, 0.5, 0))
                .withMessage("true digit is 10, expected 0 to 9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Tally().add(1, -1, 0.5, 0))
                .withMessage("digit read is -1, expected 0 to 9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Tally().add(1, 1, Double.NaN, 0))
                .withMessage("confidence is NaN, expected 0 to 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Tally().add(1, 1, 0.5, Double.POSITIVE_INFINITY))
                .withMessage("log loss is Infinity, expected finite and not negative");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Tally().evaluation())
                .withMessage("confusion matrix: no examples, expected at least one");
    }

    @Test
    void logLossIsMinusTheLogarithmOfTheSoftmax() {
        var logits = new float[] {1, 3, 0};
        double softmax = Math.exp(1) / (Math.exp(1) + Math.exp(3) + 1);

        assertThat(LogLoss.of(logits, 0)).isCloseTo(-Math.log(softmax), within(1e-14));
        assertThat(LogLoss.of(new float[] {1000, 0}, 1)).isEqualTo(1000);
        assertThat(LogLoss.of(new float[] {1000, 0}, 0)).isZero();
    }

    private static Tally random(int seed) {
        var random = new Random(seed);
        var tally = new Tally();
        for (int i = 0; i < 1_000; i++) {
            tally.add(random.nextInt(10), random.nextInt(10), random.nextDouble(), random.nextDouble());
        }
        return tally;
    }

    private static Tally copy(Tally tally) throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(tally);
        }
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (Tally) in.readObject();
        }
    }

    private static Tuple tuple(long accepted, double coverage, double risk) {
        return Tuple.tuple(accepted, coverage, risk);
    }
}
