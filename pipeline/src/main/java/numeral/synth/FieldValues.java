package numeral.synth;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import numeral.form.Check;
import numeral.form.FieldSpec;
import numeral.form.Template;

/** Values that satisfy the checks of their field. */
final class FieldValues {
    private static final int TRIES = 100_000;
    private static final LocalDate FIRST_DAY = LocalDate.of(1950, 1, 1);
    private static final int DAYS = 80 * 365;

    private FieldValues() {}

    /** A value for each field, in the template's order. */
    static Map<FieldSpec, String> draw(Template template, SplittableRandom random) {
        Map<FieldSpec, String> values = new LinkedHashMap<>();
        template.fields().forEach(field -> values.put(field, draw(field, random)));
        return values;
    }

    /** Throws IllegalArgumentException where no value can be found. */
    static String draw(FieldSpec field, SplittableRandom random) {
        for (int i = 0; i < TRIES; i++) {
            String value = candidate(field, random);
            if (value.length() == field.length() && field.checks().stream().allMatch(check -> check.holds(value))) {
                return value;
            }
        }
        throw new IllegalArgumentException("field " + field.name() + ": expected checks that some value of "
                + field.length() + " digits satisfies, found none in " + TRIES + " tries");
    }

    private static String candidate(FieldSpec field, SplittableRandom random) {
        for (Check check : field.checks()) {
            if (check instanceof Check.CalendarDate date) {
                return FIRST_DAY
                        .plusDays(random.nextInt(DAYS))
                        .format(DateTimeFormatter.ofPattern(date.format().replace('y', 'u'), Locale.ROOT));
            }
            if (check instanceof Check.Between between) {
                return padded(between, field.length(), random);
            }
        }
        return digits(field.length(), random);
    }

    private static String padded(Check.Between between, int length, SplittableRandom random) {
        BigInteger span = between.max().subtract(between.min()).add(BigInteger.ONE);
        String number = new BigInteger(digits(length + 9, random))
                .mod(span)
                .add(between.min())
                .toString();
        return "0".repeat(Math.max(0, length - number.length())) + number;
    }

    private static String digits(int length, SplittableRandom random) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < length; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }
}
