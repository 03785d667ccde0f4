package numeral.synth;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dots per inch along each axis; a fax has more of them across than down. */
record Resolution(int x, int y) {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,4})x(\\d{1,4})");

    static Resolution square(int dpi) {
        return new Resolution(dpi, dpi);
    }

    /** Reads {@code 204x98}. */
    static Resolution parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("resolution: expected e.g. 204x98, found '" + text + "'");
        }
        return new Resolution(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }
}
