package numeral.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import numeral.scan.ScanLimits;
import org.junit.jupiter.api.Test;

class IngestSettingsTest {

    @Test
    void readsTheDefaults() {
        Config config = ConfigFactory.load();
        assertThat(IngestSettings.from(config))
                .isEqualTo(new IngestSettings(0.05, 10_000, false, ScanLimits.from(config)));
    }

    @Test
    void listsAllProblemsAtOnce() {
        assertThatThrownBy(() -> new IngestSettings(1.5, 0, false, ScanLimits.from(ConfigFactory.load())))
                .hasMessage("numeral.ingest.max-refused-share: expected 0 to 1, found 1.5\n"
                        + "numeral.ingest.records-per-partition: expected 1 or more, found 0");
        assertThatThrownBy(() -> new IngestTarget("r", "a/b", " "))
                .hasMessage("dataset: expected a name without a slash, found 'a/b'\n"
                        + "split: expected a name without a slash, found ' '");
    }
}
