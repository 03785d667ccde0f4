package numeral.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import numeral.measure.FieldTruth.Written;
import org.junit.jupiter.api.Test;

class FieldTruthTest {
    @Test
    void readsTheTruthOfSyntheticForms() {
        FieldTruth truth = FieldTruth.parse(
                """
                archive,entry,page,field,value,state
                forms-0000.zip,scan-1.tif,0,card,4711,FILLED
                forms-0000.zip,scan-1.tif,0,date,,BLANK
                forms-0000.zip,scan-1.tif,0,count,123,CROSSED_OUT
                forms-0002,scan-1.tif,1,card,0815,FILLED
                """);

        String key = "file:/data/archives!/forms-0000.zip!/scan-1.tif#0";
        assertThat(truth.of(key, "card")).hasValue(new Written("4711", false));
        assertThat(truth.of(key, "date"))
                .hasValueSatisfying(date -> assertThat(date.legible()).isFalse());
        assertThat(truth.of(key, "count"))
                .hasValueSatisfying(count -> assertThat(count.legible()).isFalse());
        assertThat(truth.of(key, "other")).isEmpty();
        assertThat(truth.legible(key)).isEqualTo(1);
        assertThat(truth.of("file:/data/archives!/forms-0002/scan-1.tif#1", "card"))
                .hasValue(new Written("0815", false));
        assertThat(truth.of("file:/data/archives!/forms-0001.zip!/scan-1.tif#0", "card"))
                .isEmpty();
    }

    @Test
    void readsQuotedCellsOtherLineEndsAndLinesThatLookLikeComments() {
        FieldTruth truth =
                FieldTruth.parse("\ufeff\"archive\",\"entry\",\"page\",\"field\",\"value\",\"state\",\"note\"\r\n"
                        + "\"forms.zip\",\"a, b.tif\",\"0\",\"card\",\"0815\",\"FILLED\",\"\"\r\n"
                        + "#1.zip,a.tif,0,card,4711,FILLED,\r\n");

        assertThat(truth.of("file:/data!/forms.zip!/a, b.tif#0", "card")).hasValue(new Written("0815", false));
        assertThat(truth.of("file:/data/#1.zip!/a.tif#0", "card")).hasValue(new Written("4711", false));
    }

    @Test
    void readsFieldsByFileName() {
        FieldTruth truth = FieldTruth.parse("{\"a.jpg\": {\"pin\": \"1234\", \"block\": null}}");

        assertThat(truth.of("file:/scans!/a.jpg#0", "pin")).hasValue(new Written("1234", false));
        assertThat(truth.of("file:/scans/a.jpg!/#0", "block")).hasValue(new Written("", false));
        assertThat(truth.of("file:/scans!/b.jpg#0", "pin")).isEmpty();
    }

    @Test
    void refusesOtherFiles() {
        assertThatThrownBy(() -> FieldTruth.parse("page,value\n1,2\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("truth: header [page, value]: expected the columns"
                        + " [archive, entry, page, field, value, state]");
        assertThatThrownBy(() -> FieldTruth.parse("archive,entry,page,field,value,state\na,b,0,f\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("truth: line 2 has 4 columns: expected 6");
        String open = "archive,entry,page,field,value,state\na,b,0,f,1,FILLED\n\"a,b,0,f,1,FILLED\n";
        assertThatThrownBy(() -> FieldTruth.parse(open))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("columns: expected 6");
        assertThatThrownBy(() -> FieldTruth.parse(open + "x".repeat(10_000)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("truth: not CSV from line ");
        assertThatThrownBy(() -> FieldTruth.parse("")).hasMessageStartingWith("truth: header []");
        assertThatThrownBy(() -> FieldTruth.parse("{\"note\": \"text\"}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("truth: note: expected an object of fields and their values");
        assertThatThrownBy(() -> FieldTruth.parse("{")).hasMessageStartingWith("truth: not JSON");
    }
}
