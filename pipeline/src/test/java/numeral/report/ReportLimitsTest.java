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
                        """
                        numeral.report.digits-per-label: expected 0 or more, found -1
                        numeral.report.pages: expected 0 or more, found -6""");
    }
}
