package numeral.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CsvRowTest {
    static final String HEADER =
            "label," + IntStream.range(0, 784).mapToObj(i -> "pixel" + i).collect(Collectors.joining(","));

    @Test
    void readsLabelAndPixels() {
        Outcome.Digit digit = (Outcome.Digit) CsvRow.parse("train.csv", 41, row("7", "0", "255"), false);

        assertThat(digit.label()).isEqualTo(7);
        assertThat(digit.index()).isEqualTo(41);
        assertThat(digit.image()).hasSize(784).startsWith(0, 255);
        assertThat(digit.writer()).isNull();
    }

    @Test
    void refusesRowsWithExpectedAndFound() {
        assertThat(refused(row("12"))).hasToString("LABEL_RANGE label: expected 0 to 9, found '12'");
        assertThat(refused(row(""))).hasToString("LABEL_RANGE label: expected 0 to 9, found ''");
        assertThat(refused(row("7", "0", "300"))).hasToString("PIXEL_RANGE pixel1: expected 0 to 255, found '300'");
        assertThat(refused(row("7", "-1"))).hasToString("PIXEL_RANGE pixel0: expected 0 to 255, found '-1'");
        assertThat(refused(row("7", "x".repeat(99))))
                .hasToString("PIXEL_RANGE pixel0: expected 0 to 255, found 'xxxxxxxxxxxxxxxxxxxx...'");
        assertThat(refused("7,0,0")).hasToString("COLUMN_COUNT columns: expected 785, found 3");
        assertThat(refused("")).hasToString("COLUMN_COUNT columns: expected 785, found 1");
    }

    @Test
    void keepsTheDigestOfARefusedRowAndNotItsPayload() {
        Outcome.Refused refused = (Outcome.Refused) CsvRow.parse("train.csv", 0, "abc", false);
        assertThat(refused.sha256()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void checksTheHeader() {
        assertThat(CsvRow.checkHeader(HEADER)).isEmpty();
        assertThat(CsvRow.checkHeader("\ufeff" + HEADER)).isEmpty();
        assertThat(CsvRow.checkHeader(HEADER.replace("pixel3,", "1x4,")))
                .contains("header, column 4: expected pixel3, found '1x4'");
        assertThat(CsvRow.checkHeader(HEADER.replace("label,", "")))
                .contains("header, column 0: expected label, found 'pixel0'");
        assertThat(CsvRow.checkHeader(HEADER + ",pixel784")).contains("header: expected 785 columns, found 786");
        assertThat(CsvRow.checkHeader(""))
                .contains("header: expected label,pixel0,...,pixel783, found an empty first line or file");
    }

    private static String refused(String line) {
        Outcome.Refused refused = (Outcome.Refused) CsvRow.parse("train.csv", 0, line, false);
        return refused.reason() + " " + refused.detail();
    }

    static String row(String label, String... firstPixels) {
        String[] values = new String[785];
        Arrays.fill(values, "0");
        values[0] = label;
        System.arraycopy(firstPixels, 0, values, 1, firstPixels.length);
        return String.join(",", values);
    }
}
