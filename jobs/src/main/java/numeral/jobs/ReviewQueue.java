package numeral.jobs;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.struct;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import numeral.form.decide.FieldReading.Decision;
import numeral.review.FieldPicture;
import numeral.review.ReviewTask;
import numeral.table.Table;
import numeral.table.Tables;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The fields of one run, as one model read them, that wait for a person. */
final class ReviewQueue {
    private ReviewQueue() {}

    /** Fields in review, errors and the audit sample, without those that have an answer; with their template and crops. */
    static Dataset<Row> waiting(Tables tables, String run, String model) {
        Column wanted = col("decision")
                .isin(Decision.REVIEW.name(), Decision.ERROR.name())
                .or(col("audit"));
        Dataset<Row> answered = tables.read(Table.REVIEWS, run).select("page", "field");
        Dataset<Row> crops = tables.read(Table.CROPS, run)
                .groupBy("page", "field")
                .agg(collect_list(struct("key", "from_node", "to_node", "image", "x_mm", "y_mm", "w_mm", "h_mm"))
                        .as("candidates"));
        String[] place = {"page", "field"};
        return tables.read(Table.FIELDS, run)
                .where(col("model").equalTo(model).and(wanted))
                .join(answered, place, "left_anti")
                .join(tables.read(Table.PAGES, run).select(col("key").as("page"), col("template")), "page")
                .join(crops, place, "left")
                .orderBy("page", "field");
    }

    /** The task about one of these rows. */
    static ReviewTask task(Row row, int length) {
        boolean audit = row.getAs("audit");
        return new ReviewTask(
                row.getAs("run"),
                row.getAs("page"),
                row.getAs("field"),
                length,
                audit,
                row.isNullAt(row.fieldIndex("value")) ? "" : row.getAs("value"),
                row.getList(row.fieldIndex("reasons")),
                picture(row));
    }

    private static byte[] picture(Row row) {
        Set<String> read = new HashSet<>(row.getList(row.fieldIndex("crops")));
        List<Row> candidates =
                row.isNullAt(row.fieldIndex("candidates")) ? List.of() : row.getList(row.fieldIndex("candidates"));
        List<FieldPicture.Digit> digits = candidates.stream()
                .filter(crop -> read.isEmpty() ? isPiece(crop) : read.contains(crop.<String>getAs("key")))
                .map(crop -> new FieldPicture.Digit(crop.getAs("image"), mm(crop)))
                .toList();
        double[] field = mm(row);
        return FieldPicture.png(field[0], field[1], field[2], field[3], digits);
    }

    /** The smallest arcs show all the ink of a field that was not read. */
    private static boolean isPiece(Row crop) {
        return crop.<Integer>getAs("to_node") == crop.<Integer>getAs("from_node") + 1;
    }

    private static double[] mm(Row row) {
        return new double[] {row.getAs("x_mm"), row.getAs("y_mm"), row.getAs("w_mm"), row.getAs("h_mm")};
    }
}
