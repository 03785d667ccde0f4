package numeral.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import numeral.LocalSpark;
import numeral.measure.FieldTally;
import numeral.measure.FieldTruth;
import numeral.measure.Metric;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class LabelledFieldsTest {
    private static final FieldTruth TRUTH = FieldTruth.parse(
            """
            archive,entry,page,field,value,state
            a,1.png,0,card,4711,FILLED
            a,1.png,0,date,2412,FILLED
            a,1.png,0,count,12,CROSSED_OUT
            a,2.png,0,card,0815,FILLED
            a,3.png,0,card,1234,FILLED
            a,4.png,0,card,1234,FILLED
            a,5.png,0,card,9999,FILLED
            """);

    private static Dataset<Row> pages() {
        return rows(
                "key STRING, template STRING, status STRING, regions INT",
                List.of(
                        RowFactory.create("a/1.png#0", "t", "OK", 3),
                        RowFactory.create("a/2.png#0", "t", "OK", 1),
                        RowFactory.create("a/3.png#0", "t", "REGISTRATION_FAILED", null),
                        RowFactory.create("a/4.png#0", "t", "DUPLICATE", null),
                        RowFactory.create("a/5.png#0", "other", "OK", 1)));
    }

    private static Dataset<Row> fields() {
        return rows(
                "page STRING, field STRING, state STRING, value STRING, confidence DOUBLE, decision STRING,"
                        + " gated BOOLEAN",
                List.of(
                        RowFactory.create("a/1.png#0", "card", "FILLED", "4711", 0.99, "ACCEPT", false),
                        RowFactory.create("a/1.png#0", "date", "FILLED", "2472", 0.97, "ACCEPT", false),
                        RowFactory.create("a/1.png#0", "count", "CROSSED_OUT", null, 0.0, "REVIEW", true),
                        RowFactory.create("a/2.png#0", "card", "FILLED", "0815", 0.5, "REVIEW", false),
                        RowFactory.create("a/2.png#0", "unknown", "FILLED", "7", 0.9, "ACCEPT", false),
                        RowFactory.create("a/5.png#0", "card", "FILLED", "9999", 0.9, "ACCEPT", false)));
    }

    private static Dataset<Row> rows(String schema, List<Row> rows) {
        return LocalSpark.session().createDataFrame(rows, StructType.fromDDL(schema));
    }

    @Test
    void countsWhatTheTruthKnowsOfOneFormAndPagesThatCouldNotBeRead() {
        LabelledFields labelled = new LabelledFields(pages(), fields(), TRUTH);

        LabelledFields.Counts counts = labelled.count("t");
        FieldTally tally = counts.values();

        // two on the first page, one on the second, one on the third, which could not be read; the fourth repeats
        // another
        assertThat(tally.fields()).isEqualTo(4);
        assertThat(tally.accepted()).isEqualTo(2);
        assertThat(tally.acceptedWrong()).isEqualTo(1);
        assertThat(labelled.count("other").values().accepted()).isEqualTo(1);
        assertThat(counts.crossedOut().metrics())
                .containsExactly(
                        new Metric("crossed_out_found", "all", 1, 1), new Metric("crossed_out_mistaken", "all", 0, 3));
    }
}
