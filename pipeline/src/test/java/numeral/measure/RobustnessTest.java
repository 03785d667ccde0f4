package numeral.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.typesafe.config.ConfigFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RobustnessTest {
    /** Every corruption read right in half of the cases, the first one never. */
    private static List<Share> shares() {
        var shares = new ArrayList<Share>();
        shares.add(new Share("clean", 9, 10));
        Corruption.all()
                .forEach(corruption -> shares.add(
                        new Share(corruption.label(), corruption.label().equals("noise/1") ? 0 : 5, 10)));
        return shares;
    }

    @Test
    void theMeanIsOverAllCorruptionsInAnyOrder() {
        var shuffled = shares();
        Collections.reverse(shuffled);

        List<Metric> metrics = Robustness.of(shuffled).metrics();

        assertThat(metrics).hasSize(37);
        assertThat(metrics.subList(0, 3))
                .containsExactly(
                        new Metric("robustness", "all", 0.5 * 34 / 35, 10),
                        new Metric("robust_accuracy", "clean", 0.9, 10),
                        new Metric("robust_accuracy", "noise/1", 0, 10));
    }

    @Test
    void noneMayBeMissing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Robustness.of(shares().subList(0, 35)))
                .withMessageContaining("line-residue/5")
                .withMessageStartingWith("robustness: expected the corruptions");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Robustness.of(shares().subList(1, 36)))
                .withMessageStartingWith("robustness: expected the examples as they are");
    }

    @Test
    void sharesAndSettingsCheckTheirNumbers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Share("noise/1", 2, 1))
                .withMessageContaining("share of noise/1: 2 right of 1");
        assertThat(RobustnessSettings.from(ConfigFactory.load())).isEqualTo(new RobustnessSettings(2000));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RobustnessSettings(0))
                .withMessage("numeral.robustness.examples: expected 1 or more, found 0");
    }
}
