package numeral.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The style sheet of the page and of its charts. */
final class Stylesheet {
    private Stylesheet() {}

    static String text() {
        try (var in = Stylesheet.class.getResourceAsStream("report.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
