package numeral.form;

import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.IntStream;

/** Reads one check of a field; what is wrong goes to the problems of its JSON. */
final class CheckParser {
    private CheckParser() {}

    /** Null where it is no check; of no use where there are problems. */
    static Check parse(JsonObject json, int minLength, int length) {
        String type = json.text("type");
        Check check =
                switch (type) {
                    case "luhn", "isbn10", "isbn13", "aba", "verhoeff" -> checksum(json, type, minLength, length);
                    case "regex" -> regex(json);
                    case "range" -> range(json);
                    case "date" -> date(json, minLength, length);
                    default -> {
                        if (!type.isBlank()) {
                            json.problem("type", type, "luhn, isbn10, isbn13, aba, verhoeff, regex, range or date");
                        }
                        yield null;
                    }
                };
        json.refuseOthers();
        return check;
    }

    private static Check checksum(JsonObject json, String type, int minLength, int length) {
        Checksum checksum = Checksum.valueOf(type.toUpperCase(Locale.ROOT));
        if (!IntStream.rangeClosed(minLength, length).allMatch(checksum::fits)) {
            json.problem("type", type, "a check for numbers of " + digits(minLength, length) + " digits");
        }
        return checksum;
    }

    private static Check regex(JsonObject json) {
        String pattern = json.text("pattern");
        try {
            return new Check.Matches(Pattern.compile(pattern));
        } catch (PatternSyntaxException e) {
            json.problem("pattern", pattern, "a regular expression (" + e.getDescription() + ")");
            return null;
        }
    }

    private static Check range(JsonObject json) {
        long min = json.whole("min", 0, Long.MAX_VALUE);
        long max = json.whole("max", 0, Long.MAX_VALUE);
        if (min > max) {
            json.problem("max", max, "at least min, which is " + min);
        }
        return new Check.Between(BigInteger.valueOf(min), BigInteger.valueOf(max));
    }

    private static Check date(JsonObject json, int minLength, int length) {
        String format = json.text("format");
        try {
            Check.CalendarDate.formatter(format);
        } catch (IllegalArgumentException e) {
            json.problem("format", format, "a pattern such as ddMMyyyy (" + e.getMessage() + ")");
            return null;
        }
        if (format.length() != length || minLength != length) {
            json.problem("format", format, "as many characters as the field has digits, " + digits(minLength, length));
        }
        return new Check.CalendarDate(format);
    }

    private static String digits(int minLength, int length) {
        return minLength == length ? "" + length : minLength + " to " + length;
    }
}
