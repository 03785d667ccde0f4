package numeral.form;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Pattern;

/** Something that every true value of a field satisfies. */
public sealed interface Check permits Checksum, Check.Matches, Check.Between, Check.CalendarDate {

    /** Whether a string of digits satisfies it. */
    boolean holds(String digits);

    /** Largest share of strings with several wrong digits that satisfy it: how little a pass proves of them. */
    double passRate();

    /** A regular expression that matches the whole value. */
    record Matches(Pattern pattern) implements Check {
        @Override
        public boolean holds(String digits) {
            return pattern.matcher(digits).matches();
        }

        @Override
        public double passRate() {
            return 1;
        }
    }

    /** A number between two bounds, both included. */
    record Between(BigInteger min, BigInteger max) implements Check {
        @Override
        public boolean holds(String digits) {
            BigInteger value = new BigInteger(digits);
            return value.compareTo(min) >= 0 && value.compareTo(max) <= 0;
        }

        @Override
        public double passRate() {
            return 1;
        }
    }

    /** A day of the calendar; {@code format} is a pattern of {@link DateTimeFormatter} such as {@code ddMMyyyy}. */
    record CalendarDate(String format) implements Check {
        @Override
        public boolean holds(String digits) {
            try {
                LocalDate.parse(digits, formatter(format));
                return true;
            } catch (DateTimeParseException e) {
                return false;
            }
        }

        @Override
        public double passRate() {
            return 1;
        }

        static DateTimeFormatter formatter(String format) {
            // "u" is the year that strict resolving accepts without an era
            return DateTimeFormatter.ofPattern(format.replace('y', 'u'), Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT);
        }
    }
}
