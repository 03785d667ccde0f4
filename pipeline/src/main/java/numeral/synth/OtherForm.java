package numeral.synth;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import numeral.form.Template;

/** A form that nobody asked for, from {@code other-form.json}. */
final class OtherForm {
    private static final Template TEMPLATE = read();

    private OtherForm() {}

    static Template template() {
        return TEMPLATE;
    }

    private static Template read() {
        try (InputStream in = OtherForm.class.getResourceAsStream("other-form.json")) {
            return Template.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("other-form.json", e);
        }
    }
}
