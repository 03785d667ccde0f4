package numeral.form;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import numeral.form.page.Box;

/** Reads the key {@code code} of a page. */
final class IdentityParser {
    private IdentityParser() {}

    static Identity identity(JsonObject page) {
        if (!page.has("code")) {
            return new Identity.Looks();
        }
        JsonObject code = page.object("code");
        String type = code.text("type");
        Optional<Symbology> symbology = Symbology.of(type);
        if (symbology.isEmpty() && !type.isBlank()) {
            code.problem("type", type, "one of " + Symbology.names());
        }
        Box place = new Box(code.number("x_mm"), code.number("y_mm"), code.positive("w_mm"), code.positive("h_mm"));
        Pattern value = pattern(code);
        code.refuseOthers();
        return new Identity.Code(symbology.orElse(Symbology.QR), place, value);
    }

    private static Pattern pattern(JsonObject code) {
        String value = code.text("value");
        try {
            return Pattern.compile(value);
        } catch (PatternSyntaxException e) {
            code.problem("value", value, "a regular expression (" + e.getDescription() + ")");
            return Pattern.compile("");
        }
    }
}
