package numeral.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CrossedOutTallyTest {
    private static final FieldTruth.Written FILLED = new FieldTruth.Written("12", false);
    private static final FieldTruth.Written CROSSED_OUT = new FieldTruth.Written("", true);
    private static final FieldTruth.Written BLANK = new FieldTruth.Written("", false);

    @Test
    void tellsWhatIsFoundAndWhatIsMistaken() {
        CrossedOutTally tally = new CrossedOutTally()
                .add(FILLED, false)
                .add(CROSSED_OUT, true)
                .add(BLANK, true)
                .merge(new CrossedOutTally()
                        .add(FILLED, true)
                        .add(CROSSED_OUT, true)
                        .add(CROSSED_OUT, false));

        assertThat(tally.metrics())
                .containsExactly(
                        new Metric("crossed_out_found", "all", 2.0 / 3, 3),
                        new Metric("crossed_out_mistaken", "all", 0.5, 2));
    }

    @Test
    void saysNothingOfWhatDidNotOccur() {
        assertThat(new CrossedOutTally().add(BLANK, false).metrics()).isEmpty();
    }
}
