package numeral.extract;

import com.typesafe.config.Config;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import numeral.HashSample;

/**
 * The section {@code numeral.extract} of the configuration.
 *
 * @param thumbnailShare share of the pages, 0 to 1, chosen by a hash of their key, that keep a small picture for the report
 * @param thumbnailPx longest side of that picture
 */
public record ExtractSettings(double thumbnailShare, int thumbnailPx) implements Serializable {
    public ExtractSettings {
        List<String> problems = new ArrayList<>();
        if (!(thumbnailShare >= 0 && thumbnailShare <= 1)) {
            problems.add("numeral.extract.thumbnail-share: expected 0 to 1, found " + thumbnailShare);
        }
        if (thumbnailPx < 16 || thumbnailPx > 4096) {
            problems.add("numeral.extract.thumbnail-px: expected 16 to 4096, found " + thumbnailPx);
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
    }

    /** Reads the section of a whole configuration. */
    public static ExtractSettings from(Config config) {
        Config section = config.getConfig("numeral.extract");
        return new ExtractSettings(section.getDouble("thumbnail-share"), section.getInt("thumbnail-px"));
    }

    /** Whether the page of that key keeps a picture; the same whenever it is asked. */
    boolean wantsThumbnail(String key) {
        return HashSample.chosen(key, thumbnailShare);
    }
}
