package numeral.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ScanLimitsTest {
    @Test
    void hasTheDocumentedDefaults() {
        assertThat(ScanFixture.limitsWith())
                .isEqualTo(new ScanLimits(
                        256L << 20,
                        1L << 30,
                        200L << 30,
                        1_000_000,
                        2,
                        100_000_000,
                        30_000,
                        5_000,
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(60),
                        0.05,
                        64L << 20));
    }

    @Test
    void listsAllThatIsWrongAtOnce() {
        assertThatThrownBy(() ->
                        ScanFixture.limitsWith("max-pages = 0", "max-failed-share = 1.5", "max-entry-unpacked = 3 GiB"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("numeral.scan.max-pages: expected at least 1, found 0; "
                        + "numeral.scan.max-entry-unpacked: expected at most 2147483631, found 3221225472; "
                        + "numeral.scan.max-failed-share: expected 0 to 1, found 1.5");
    }
}
