package numeral.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CheckTest {

    @ParameterizedTest
    @CsvSource({
        "LUHN,4111111111111111",
        "LUHN,79927398713",
        "ISBN10,0306406152",
        "ISBN13,9780306406157",
        "ABA,021000021",
        "VERHOEFF,2363",
        "VERHOEFF,123451",
    })
    void knowsPublishedNumbers(Checksum checksum, String number) {
        assertThat(checksum.holds(number)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "LUHN,4111111111111111",
        "ISBN10,0306406152",
        "ISBN13,9780306406157",
        "ABA,021000021",
        "VERHOEFF,123451",
    })
    void catchesEverySingleWrongDigit(Checksum checksum, String number) {
        for (int i = 0; i < number.length(); i++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                String changed = number.substring(0, i) + digit + number.substring(i + 1);
                assertThat(checksum.holds(changed)).as(changed).isEqualTo(changed.equals(number));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Checksum.class)
    void refusesTheWrongLength(Checksum checksum) {
        assertThat(checksum.holds("0")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"29022024,true", "29022023,false", "31042020,false", "01012020,true", "00012020,false", "010120,false"})
    void knowsTheCalendar(String digits, boolean expected) {
        assertThat(new Check.CalendarDate("ddMMyyyy").holds(digits)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"000,false", "001,true", "100,true", "101,false"})
    void knowsBounds(String digits, boolean expected) {
        Check between = new Check.Between(BigInteger.ONE, BigInteger.valueOf(100));

        assertThat(between.holds(digits)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0612,true", "06123,false", "1612,false"})
    void matchesTheWholeValue(String digits, boolean expected) {
        assertThat(new Check.Matches(Pattern.compile("0[0-9]{3}")).holds(digits))
                .isEqualTo(expected);
    }
}
