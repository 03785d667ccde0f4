package numeral.synth;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import numeral.form.Check;
import numeral.form.FieldSpec;
import numeral.form.FieldSum;
import numeral.form.Template;

/** Values that satisfy the checks of their field. */
final class FieldValues {
    private static final int TRIES = 100_000;
    private static final LocalDate FIRST_DAY = LocalDate.of(1950, 1, 1);
    private static final int DAYS = 80 * 365;

    private FieldValues() {}

    /**
     * Values of a page by the names of their fields, in the template's order; totals are those of their addends.
     *
     * @param blank names of fields that stay empty
     */
    static Map<String, String> draw(Template template, Set<String> blank, SplittableRandom random) {
        for (int i = 0; i < TRIES; i++) {
            Map<String, String> values = new LinkedHashMap<>();
            for (FieldSpec field : template.fields()) {
                String value = draw(field, random);
                values.put(field.name(), blank.contains(field.name()) ? "" : value);
            }
            if (template.sums().stream().allMatch(sum -> putTotal(sum, template, values))) {
                return values;
            }
        }
        throw new IllegalArgumentException("template " + template.name()
                + ": expected sums that some values satisfy, found none in " + TRIES + " tries");
    }

    /** Whether the total fits its field. */
    private static boolean putTotal(FieldSum sum, Template template, Map<String, String> values) {
        if (values.get(sum.total()).isEmpty()) {
            return true;
        }
        FieldSpec field = template.field(sum.total());
        String total = zeroPadded(
                sum.addends().stream()
                        .map(values::get)
                        .filter(value -> !value.isEmpty())
                        .map(BigInteger::new)
                        .reduce(BigInteger.ZERO, BigInteger::add),
                field.length());
        values.put(sum.total(), total);
        return total.length() == field.length() && field.checks().stream().allMatch(check -> check.holds(total));
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
        return zeroPadded(new BigInteger(digits(length + 9, random)).mod(span).add(between.min()), length);
    }

    private static String zeroPadded(BigInteger number, int length) {
        return "0".repeat(Math.max(0, length - number.toString().length())) + number;
    }

    private static String digits(int length, SplittableRandom random) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < length; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }
}
