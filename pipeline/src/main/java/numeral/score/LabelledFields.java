package numeral.score;

import static org.apache.spark.sql.functions.col;

import java.io.Serializable;
import numeral.form.FieldState;
import numeral.form.decide.FieldReading;
import numeral.measure.CrossedOutTally;
import numeral.measure.FieldTally;
import numeral.measure.FieldTruth;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The fields of a scored run beside what was really written in them. */
public final class LabelledFields {
    private final Dataset<Row> pages;
    private final Dataset<Row> fields;
    private final FieldTruth truth;

    /**
     * @param pages rows of the table {@code pages}, all of one run
     * @param fields rows of the table {@code fields}, what one model read on them
     */
    public LabelledFields(Dataset<Row> pages, Dataset<Row> fields, FieldTruth truth) {
        this.pages = pages;
        this.fields = fields;
        this.truth = truth;
    }

    /**
     * Counts of the fields of which the truth is known.
     *
     * @param values what was read; a field on a page that could not be read counts as not accepted
     * @param crossedOut which were taken for crossed out, and which are
     */
    public record Counts(FieldTally values, CrossedOutTally crossedOut) implements Serializable {
        private Counts add(Row row, FieldTruth.Written written) {
            values.add(outcome(row, written));
            crossedOut.add(written, row.<String>getAs("state").equals(FieldState.CROSSED_OUT.name()));
            return this;
        }

        private Counts merge(Counts other) {
            values.merge(other.values);
            crossedOut.merge(other.crossedOut);
            return this;
        }
    }

    /** Counts those on the pages with a template. */
    public Counts count(String template) {
        Dataset<Row> pagesOfForm = pages.where(col("template").equalTo(template));
        Broadcast<FieldTruth> known = JavaSparkContext.fromSparkContext(
                        fields.sparkSession().sparkContext())
                .broadcast(truth);
        Counts counts = fields.join(pagesOfForm.select(col("key").as("page")), "page")
                .select("page", "field", "value", "gated", "decision", "confidence", "state")
                .toJavaRDD()
                .aggregate(
                        new Counts(new FieldTally(), new CrossedOutTally()),
                        (sum, row) -> known.value()
                                .of(row.getAs("page"), row.getAs("field"))
                                .map(written -> sum.add(row, written))
                                .orElse(sum),
                        Counts::merge);
        long unread = pagesOfForm
                .where(col("regions").isNull().and(col("status").notEqual("DUPLICATE")))
                .select("key")
                .collectAsList()
                .stream()
                .mapToLong(page -> truth.legible(page.getString(0)))
                .sum();
        counts.values.addUnread(unread);
        return counts;
    }

    private static FieldTally.Outcome outcome(Row row, FieldTruth.Written written) {
        String read = row.getAs("value");
        String value = read == null ? "" : read;
        return new FieldTally.Outcome(
                written.legible() && value.equals(written.value()),
                written.legible(),
                row.<Boolean>getAs("gated") || value.isEmpty(),
                row.<String>getAs("decision").equals(FieldReading.Decision.ACCEPT.name()),
                row.<Double>getAs("confidence"));
    }
}
