package numeral.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import numeral.measure.FieldTally.Outcome;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class FieldTallyTest {
    private static final Outcome SURE = new Outcome(true, true, false, true, 0.999);
    private static final Outcome SURE_AND_WRONG = new Outcome(false, true, false, true, 0.99);
    private static final Outcome UNSURE = new Outcome(true, true, false, false, 0.5);
    private static final Outcome GATED = new Outcome(true, true, true, false, 0.999);
    private static final Outcome EMPTY = new Outcome(false, false, true, false, 0);
    private static final Outcome CROSSED_OUT_BUT_READ = new Outcome(false, false, false, false, 0.9);

    @Test
    void countsWhatWasToBeRead() {
        FieldTally tally = new FieldTally()
                .add(SURE)
                .add(SURE_AND_WRONG)
                .add(UNSURE)
                .add(GATED)
                .add(EMPTY)
                .addUnread(5);

        assertThat(tally.fields()).isEqualTo(9);
        assertThat(tally.metrics())
                .extracting(Metric::name, Metric::value, Metric::n)
                .containsExactly(
                        Tuple.tuple("field_accuracy", 3 / 9.0, 9L),
                        Tuple.tuple("field_coverage", 2 / 9.0, 9L),
                        Tuple.tuple("field_error", 0.5, 2L),
                        Tuple.tuple("field_error_upper", ClopperPearson.upper(1, 2, 0.95), 2L));
    }

    @Test
    void theCurveEndsWhereGatesForbidMore() {
        RiskCoverage curve = new FieldTally()
                .add(SURE)
                .add(SURE_AND_WRONG)
                .add(UNSURE)
                .add(GATED)
                .riskCoverage()
                .orElseThrow();

        assertThat(curve.points())
                .extracting(RiskCoverage.Point::coverage, RiskCoverage.Point::accepted, RiskCoverage.Point::wrong)
                .containsExactly(Tuple.tuple(0.25, 1L, 0L), Tuple.tuple(0.5, 2L, 1L), Tuple.tuple(0.75, 3L, 1L));
        assertThat(curve.points().get(2).risk()).isCloseTo(1 / 3.0, within(1e-9));
    }

    @Test
    void whatIsCrossedOutAndYetReadIsAnError() {
        RiskCoverage curve =
                new FieldTally().add(CROSSED_OUT_BUT_READ).riskCoverage().orElseThrow();

        assertThat(curve.points()).singleElement().satisfies(point -> assertThat(point.risk())
                .isEqualTo(1));
    }

    @Test
    void hasNoCurveWhereNothingCouldBeAccepted() {
        assertThat(new FieldTally().add(GATED).riskCoverage()).isEmpty();
    }

    @Test
    void partsMergeIntoTheWhole() {
        FieldTally whole =
                new FieldTally().add(SURE).add(UNSURE).add(SURE_AND_WRONG).addUnread(2);
        FieldTally merged = new FieldTally()
                .add(SURE)
                .merge(new FieldTally().add(UNSURE).add(SURE_AND_WRONG).addUnread(2));

        assertThat(merged.metrics()).isEqualTo(whole.metrics());
        assertThat(merged.riskCoverage()).isEqualTo(whole.riskCoverage());
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> new Outcome(true, true, true, true, 0.9))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a field was accepted that a gate forbids");
        assertThatThrownBy(() -> new Outcome(true, true, false, true, 1.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("confidence is 1.5, expected 0 to 1");
    }
}
