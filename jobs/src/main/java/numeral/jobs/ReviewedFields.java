package numeral.jobs;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import numeral.form.FieldSpec;
import numeral.form.Layout;
import numeral.review.Answer;
import numeral.review.AnswerLine;
import numeral.review.ReviewTask;
import numeral.review.ReviewedDigits;
import numeral.table.Table;
import numeral.table.Tables;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** The fields of one run as one model read them, and what people say about them. Holds the run's fields, without pictures, on the driver. */
final class ReviewedFields {
    private static final StructType LABELS =
            StructType.fromDDL("crop STRING, label INT, source STRING, source_index BIGINT");

    private final Tables tables;
    private final String run;
    private final RunTemplates templates;
    private final Map<String, Row> byTask = new HashMap<>();
    private final Map<String, Row> byPlace = new HashMap<>();

    ReviewedFields(Tables tables, String run, String model) {
        this.tables = tables;
        this.run = run;
        this.templates = RunTemplates.of(tables, run);
        tables.read(Table.FIELDS, run)
                .where(col("model").equalTo(model))
                .join(tables.read(Table.PAGES, run).select(col("key").as("page"), col("template")), "page")
                .select("page", "field", "model", "template", "raw", "value", "audit", "crops")
                .collectAsList()
                .forEach(row -> {
                    byTask.put(ReviewTask.id(run, row.getAs("page"), row.getAs("field")), row);
                    byPlace.put(row.<String>getAs("page") + "\n" + row.<String>getAs("field"), row);
                });
    }

    /**
     * What became of the answers of a file.
     *
     * @param reviews all reviews of the run, of this file and of those before, one a field
     * @param superseded answers to tasks that have a later one
     */
    record Taken(List<Review> reviews, List<AnswerLine.Refused> refused, long taken, long superseded) {
        long read() {
            return taken + superseded + refused.size();
        }
    }

    /** Joins the answers with the reviews that there are: of several the last counts. */
    Taken take(List<AnswerLine> lines) {
        TreeMap<String, Review> before = new TreeMap<>();
        tables.read(Table.REVIEWS, run)
                .collectAsList()
                .forEach(row -> before.put(Review.of(row).place(), Review.of(row)));
        TreeMap<String, Review> all = new TreeMap<>(before);
        List<AnswerLine.Refused> refused = new ArrayList<>();
        long understood = 0;
        List<Review> ofFile = new ArrayList<>();
        for (AnswerLine line : lines) {
            if (line instanceof AnswerLine.Refused unusable) {
                refused.add(unusable);
                continue;
            }
            AnswerLine.Understood answer = (AnswerLine.Understood) line;
            Row field = byTask.get(answer.answer().task());
            if (field == null) {
                refused.add(refuse(answer, "unknown-task", "expected a task of run " + run));
            } else if (answer.answer().value().length() > spec(field).length()) {
                refused.add(refuse(
                        answer,
                        "too-long",
                        "expected at most " + spec(field).length() + " digits, found "
                                + answer.answer().value().length()));
            } else {
                understood++;
                ofFile.add(review(field, answer.answer()));
            }
        }
        for (Review review : ofFile) {
            all.merge(review.place(), review, (old, late) -> late.at().isBefore(old.at()) ? old : late);
        }
        long taken = ofFile.stream()
                .filter(review -> all.get(review.place()).equals(review))
                .map(Review::place)
                .distinct()
                .count();
        return new Taken(List.copyOf(all.values()), refused, taken, understood - taken);
    }

    private Review review(Row field, Answer answer) {
        return new Review(
                run,
                field.getAs("page"),
                field.getAs("field"),
                answer,
                field.getAs("model"),
                field.getAs("value"),
                field.getAs("audit"));
    }

    private static AnswerLine.Refused refuse(AnswerLine.Understood line, String reason, String detail) {
        return new AnswerLine.Refused(line.position(), reason, detail, line.sha256());
    }

    /** The crops whose digits the reviews tell, in the columns of the table {@code digits}; a page counts as one writer. */
    Dataset<Row> digits(List<Review> reviews, String dataset, String split) {
        List<Row> labels = new ArrayList<>();
        reviews.forEach(review -> addLabels(review, labels));
        Dataset<Row> crops = tables.read(Table.CROPS, run).select(col("key").as("crop"), col("image"), col("page"));
        return tables.rows(LABELS, labels)
                .join(crops, "crop")
                .select(
                        concat_ws("/", lit(dataset), lit(split), col("source"), col("source_index"))
                                .as("key"),
                        lit(run).as("run"),
                        lit(dataset).as("dataset"),
                        lit(split).as("split"),
                        col("image"),
                        col("label"),
                        col("source"),
                        col("source_index"),
                        xxhash64(col("page")).as("writer"));
    }

    private void addLabels(Review review, List<Row> labels) {
        Row field = byPlace.get(review.place());
        if (field == null
                || review.answer().state() != Answer.State.VALUE
                || spec(field).sensitive()) {
            return;
        }
        List<String> crops = field.getList(field.fieldIndex("crops"));
        String read = field.isNullAt(field.fieldIndex("raw")) ? "" : field.getAs("raw");
        boolean cells = spec(field).layout() instanceof Layout.Cells;
        ReviewedDigits.labels(read, crops.size(), cells, review.answer().value())
                .ifPresent(digits -> {
                    for (int i = 0; i < crops.size(); i++) {
                        labels.add(RowFactory.create(
                                crops.get(i), digits.charAt(i) - '0', review.page() + "/" + review.field(), (long) i));
                    }
                });
    }

    private FieldSpec spec(Row field) {
        return templates.field(field.getAs("template"), field.getAs("field"));
    }
}
