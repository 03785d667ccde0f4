package numeral.synth;

import com.typesafe.config.Config;
import java.util.ArrayList;
import java.util.List;

/**
 * The section {@code numeral.synth.forms} of the configuration.
 *
 * @param dpi resolutions of the scans, drawn for each document
 * @param blankShare share of fields left empty, 0 to 1
 * @param crossedOutShare share of fields filled and then crossed out, 0 to 1
 * @param pagesPerArchive pages after which another archive is begun
 */
public record ArchiveSettings(List<Integer> dpi, double blankShare, double crossedOutShare, int pagesPerArchive) {
    public ArchiveSettings {
        dpi = List.copyOf(dpi);
        List<String> problems = new ArrayList<>();
        if (dpi.isEmpty() || dpi.stream().anyMatch(one -> one < 75 || one > 1200)) {
            problems.add("numeral.synth.forms.dpi: expected one or more of 75 to 1200, found " + dpi);
        }
        if (!(blankShare >= 0 && crossedOutShare >= 0 && blankShare + crossedOutShare <= 1)) {
            problems.add("numeral.synth.forms.blank-share and crossed-out-share: expected 0 to 1 together, found "
                    + blankShare + " and " + crossedOutShare);
        }
        if (pagesPerArchive < 1) {
            problems.add("numeral.synth.forms.pages-per-archive: expected 1 or more, found " + pagesPerArchive);
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
    }

    /** @param config the whole configuration, with the defaults of reference.conf */
    public static ArchiveSettings from(Config config) {
        Config section = config.getConfig("numeral.synth.forms");
        return new ArchiveSettings(
                section.getIntList("dpi"),
                section.getDouble("blank-share"),
                section.getDouble("crossed-out-share"),
                section.getInt("pages-per-archive"));
    }
}
