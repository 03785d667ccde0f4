package numeral.score;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.struct;

import java.util.Map;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** Reads the fields of registered pages from the predictions for their crops. */
public final class FieldScoring {
    /** Columns of the result, those of the table {@code fields}. */
    public static final StructType SCHEMA = StructType.fromDDL("page STRING, run STRING, model STRING, field STRING,"
            + " state STRING, raw STRING, value STRING, confidence DOUBLE, weakest DOUBLE, checks STRING, decision STRING,"
            + " gated BOOLEAN, reasons ARRAY<STRING>, audit BOOLEAN, crops ARRAY<STRING>, x_px DOUBLE, y_px DOUBLE, w_px DOUBLE, h_px DOUBLE,"
            + " x_mm DOUBLE, y_mm DOUBLE, w_mm DOUBLE, h_mm DOUBLE");

    private FieldScoring() {}

    /**
     * One row for each field of each registered page.
     *
     * @param pages rows of the table {@code pages} of one run; pages without regions are passed over
     * @param crops rows of the table {@code crops} of the same run
     * @param predictions rows of the table {@code predictions} for these crops
     * @param rules how each form is read, by the id of its template
     */
    public static Dataset<Row> read(
            Dataset<Row> pages,
            Dataset<Row> crops,
            Dataset<Row> predictions,
            Map<String, FormRules> rules,
            String run,
            String model) {
        Column arc = struct(
                col("key"),
                col("field"),
                col("from_node"),
                col("to_node"),
                col("cost"),
                col("ink"),
                col("residue"),
                col("x_mm"),
                col("y_mm"),
                col("w_mm"),
                col("h_mm"),
                col("logits"));
        Dataset<Row> arcs = crops.join(predictions.select("key", "logits"), "key")
                .groupBy(col("page").as("key"))
                .agg(collect_list(arc).as("arcs"));
        MapPartitionsFunction<Row, Row> read = partition -> new PageFields(partition, rules, run, model);
        return pages.where(col("regions").isNotNull())
                .select("key", "template", "regions")
                .join(arcs, new String[] {"key"}, "left")
                .mapPartitions(read, Encoders.row(SCHEMA));
    }
}
