package numeral.score;

import static org.apache.spark.sql.functions.col;

import java.io.Serializable;
import numeral.form.FieldState;
import numeral.form.decide.FieldReading;
import numeral.measure.CrossedOutTally;
import numeral.measure.FieldTally;
import numeral.measure.FieldTruth;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function2;
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

    /** Counts the fields of the pages with a template of which the truth is known. One on a page that could not be read counts as not accepted. */
    public FieldTally tally(String template) {
        FieldTally tally = aggregate(
                template, new FieldTally(), (sum, row, written) -> sum.add(outcome(row, written)), FieldTally::merge);
        long unread = of(template)
                .where(col("regions").isNull().and(col("status").notEqual("DUPLICATE")))
                .select("key")
                .collectAsList()
                .stream()
                .mapToLong(page -> truth.legible(page.getString(0)))
                .sum();
        return tally.addUnread(unread);
    }

    /** Counts which of them are taken for crossed out, and which are. */
    public CrossedOutTally crossedOut(String template) {
        return aggregate(
                template,
                new CrossedOutTally(),
                (sum, row, written) ->
                        sum.add(written, row.<String>getAs("state").equals(FieldState.CROSSED_OUT.name())),
                CrossedOutTally::merge);
    }

    /** Adds a field of which the truth is known to a tally. */
    private interface Adding<T> extends Serializable {
        T add(T tally, Row field, FieldTruth.Written written);
    }

    private <T> T aggregate(String template, T empty, Adding<T> adding, Function2<T, T, T> merge) {
        Broadcast<FieldTruth> known = JavaSparkContext.fromSparkContext(
                        fields.sparkSession().sparkContext())
                .broadcast(truth);
        return fields.join(of(template).select(col("key").as("page")), "page")
                .select("page", "field", "value", "gated", "decision", "confidence", "state")
                .toJavaRDD()
                .aggregate(
                        empty,
                        (sum, row) -> known.value()
                                .of(row.getAs("page"), row.getAs("field"))
                                .map(written -> adding.add(sum, row, written))
                                .orElse(sum),
                        merge);
    }

    private Dataset<Row> of(String template) {
        return pages.where(col("template").equalTo(template));
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
