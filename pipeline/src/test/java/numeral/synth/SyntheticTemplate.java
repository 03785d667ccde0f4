package numeral.synth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import numeral.form.Template;

/** The template that ships for synthetic forms. */
final class SyntheticTemplate {
    private SyntheticTemplate() {}

    static Template load() {
        try {
            return Template.parse(Files.readString(Path.of("../conf/templates/synthetic.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ArchiveSettings settings(double blankShare, double crossedOutShare) {
        return new ArchiveSettings(
                List.of(75), List.of("png", "jpeg", "tiff-g4"), List.of("zip"), blankShare, crossedOutShare, 0, 5);
    }
}
