package numeral.ingest;

import com.typesafe.config.Config;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import numeral.scan.ScanLimits;

/**
 * The section {@code numeral.ingest} of the configuration.
 *
 * @param maxRefusedShare share of refused records, 0 to 1, above which the input is refused as a whole
 * @param recordsPerPartition records that one task reads where the file can be entered in the middle
 * @param normalise whether images are of any size and polarity, and the digit of each is cut out and normalised; otherwise they are as MNIST's
 * @param limits of image files that are normalised
 */
public record IngestSettings(double maxRefusedShare, int recordsPerPartition, boolean normalise, ScanLimits limits)
        implements Serializable {
    public IngestSettings {
        List<String> problems = new ArrayList<>();
        if (!(maxRefusedShare >= 0 && maxRefusedShare <= 1)) {
            problems.add("numeral.ingest.max-refused-share: expected 0 to 1, found " + maxRefusedShare);
        }
        if (recordsPerPartition < 1) {
            problems.add("numeral.ingest.records-per-partition: expected 1 or more, found " + recordsPerPartition);
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
    }

    /** @param config the whole configuration, with the defaults of reference.conf */
    public static IngestSettings from(Config config) {
        Config section = config.getConfig("numeral.ingest");
        return new IngestSettings(
                section.getDouble("max-refused-share"),
                section.getInt("records-per-partition"),
                section.getBoolean("normalise"),
                ScanLimits.from(config));
    }
}
