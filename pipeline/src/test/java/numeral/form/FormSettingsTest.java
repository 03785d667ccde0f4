package numeral.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import numeral.form.decide.DecisionSettings;
import org.junit.jupiter.api.Test;

class FormSettingsTest {
    private static final Config FORM = ConfigFactory.defaultReference();

    @Test
    void readsItsDefaults() {
        assertThat(FormSettings.from(FORM).maxSkewDeg()).isEqualTo(5);
        assertThat(DecisionSettings.from(FORM, 1.2).temperature()).isEqualTo(1.2);
    }

    @Test
    void refusesEveryBadValueAtOnce() {
        Config bad = ConfigFactory.parseString(
                        "numeral.form { max-skew-deg = 50, sauvola-k = -1, accept-confidence = 2, max-residue = -3 }")
                .withFallback(FORM);

        assertThatThrownBy(() -> FormSettings.from(bad))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "form settings: max-skew-deg is 50.0: expected 0.0 to 15.0; sauvola-k is -1.0: expected 0.0 to 1.0");
        assertThatThrownBy(() -> DecisionSettings.from(bad, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "form decision settings: accept-confidence is 2.0: expected 0.0 to 1.0; max-residue is -3.0: expected 0.0 to 1.0");
    }
}
