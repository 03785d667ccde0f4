package numeral.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Outcomes in one wide row, which Spark shuffles and caches far faster than Java objects, and in rows of the two tables. */
final class IngestRows {
    /** Reason of a record that is accepted. */
    static final String NONE = "";
    /** Reason of a row that tells of a broken file. */
    static final String DEFECT = "DEFECT";

    static final StructType OUTCOME = new StructType()
            .add("source", DataTypes.StringType, false)
            .add("source_index", DataTypes.LongType, false)
            .add("image", DataTypes.BinaryType, false)
            .add("label", DataTypes.IntegerType, false)
            .add("writer", DataTypes.LongType, true)
            .add("reason", DataTypes.StringType, false)
            .add("detail", DataTypes.StringType, false)
            .add("sha256", DataTypes.StringType, false);

    private static final byte[] NO_IMAGE = {};
    private static final int NO_LABEL = -1;

    private IngestRows() {}

    static Row outcome(Outcome outcome) {
        if (outcome instanceof Outcome.Digit digit) {
            return RowFactory.create(
                    digit.source(), digit.index(), digit.image(), digit.label(), digit.writer(), NONE, "", "");
        }
        if (outcome instanceof Outcome.Refused refused) {
            return RowFactory.create(
                    refused.source(),
                    refused.index(),
                    NO_IMAGE,
                    NO_LABEL,
                    null,
                    refused.reason().name(),
                    refused.detail(),
                    refused.sha256());
        }
        String problem = ((Outcome.Defect) outcome).problem();
        return RowFactory.create("", -1L, NO_IMAGE, NO_LABEL, null, DEFECT, problem, "");
    }

    /** Accepted outcomes in the columns of the table digits. */
    static Dataset<Row> digits(Dataset<Row> outcomes, IngestTarget target) {
        return outcomes.where(col("reason").equalTo(NONE))
                .select(
                        concat_ws("/", lit(target.dataset()), lit(target.split()), col("source"), col("source_index"))
                                .as("key"),
                        lit(target.run()).as("run"),
                        lit(target.dataset()).as("dataset"),
                        lit(target.split()).as("split"),
                        col("image"),
                        col("label"),
                        col("source"),
                        col("source_index"),
                        col("writer"));
    }

    /** Refused outcomes in the columns of the table quarantine. */
    static Dataset<Row> quarantine(Dataset<Row> outcomes, IngestTarget target) {
        return outcomes.where(col("reason").notEqual(NONE))
                .select(
                        lit(target.run()).as("run"),
                        lit(target.dataset()).as("dataset"),
                        lit(target.split()).as("split"),
                        col("source"),
                        col("source_index").as("offset"),
                        col("reason"),
                        col("detail"),
                        col("sha256"));
    }
}
