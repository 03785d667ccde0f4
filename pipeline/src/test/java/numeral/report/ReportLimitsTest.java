package numeral.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.typesafe.config.ConfigFactory;
import org.junit.jupiter.api.Test;

class ReportLimitsTest {
    @Test
    void haveDefaults() {
        var limits = ReportLimits.from(ConfigFactory.load());

        assertThat(limits).isEqualTo(new ReportLimits(18, 48, 36, 6));
    }

    @Test
    void listEveryValueOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReportLimits(-1, 0, 5, -6))
                .withMessage(
                        "report.digits-per-label is -1, expected 0 or more\nreport.pages is -6, expected 0 or more");
    }
}
