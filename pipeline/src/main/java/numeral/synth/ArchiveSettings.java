package numeral.synth;

import com.typesafe.config.Config;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The section {@code numeral.synth.forms} of the configuration.
 *
 * @param dpi resolutions of the scans, drawn for each document
 * @param formats of the documents: png, jpeg, bmp, tiff-g4, tiff-g3, pdf-jpeg, pdf-g4
 * @param archives that documents are put into, in turn: zip, tar, tar.gz, tar.bz2, tar.xz, 7z, folder
 * @param blankShare share of fields left empty, 0 to 1
 * @param crossedOutShare share of fields filled and then crossed out, 0 to 1
 * @param spoiltShare share of documents whose file is damaged, 0 to 1
 * @param pagesPerArchive pages after which another archive is begun
 */
public record ArchiveSettings(
        List<Integer> dpi,
        List<String> formats,
        List<String> archives,
        double blankShare,
        double crossedOutShare,
        double spoiltShare,
        int pagesPerArchive) {
    public ArchiveSettings {
        dpi = List.copyOf(dpi);
        formats = List.copyOf(formats);
        archives = List.copyOf(archives);
        List<String> problems = new ArrayList<>();
        if (dpi.isEmpty() || dpi.stream().anyMatch(one -> one < 75 || one > 1200)) {
            problems.add("numeral.synth.forms.dpi: expected one or more of 75 to 1200, found " + dpi);
        }
        check("formats", formats, PageFormat::of, problems);
        check("archives", archives, ArchiveFormat::of, problems);
        if (!(blankShare >= 0 && crossedOutShare >= 0 && blankShare + crossedOutShare <= 1)) {
            problems.add("numeral.synth.forms.blank-share and crossed-out-share: expected 0 to 1 together, found "
                    + blankShare + " and " + crossedOutShare);
        }
        if (!(spoiltShare >= 0 && spoiltShare <= 1)) {
            problems.add("numeral.synth.forms.spoilt-share: expected 0 to 1, found " + spoiltShare);
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
                section.getStringList("formats"),
                section.getStringList("archives"),
                section.getDouble("blank-share"),
                section.getDouble("crossed-out-share"),
                section.getDouble("spoilt-share"),
                section.getInt("pages-per-archive"));
    }

    private static void check(String key, List<String> names, Consumer<String> byName, List<String> problems) {
        if (names.isEmpty()) {
            problems.add("numeral.synth.forms." + key + ": expected one or more, found none");
        }
        for (String name : names) {
            try {
                byName.accept(name);
            } catch (IllegalArgumentException e) {
                problems.add("numeral.synth.forms." + key + ": " + e.getMessage());
            }
        }
    }
}
