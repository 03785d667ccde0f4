package numeral.ingest;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Outcomes as rows of the tables digits and quarantine. */
final class IngestRows {
    static final StructType DIGITS = new StructType()
            .add("key", DataTypes.StringType, false)
            .add("run", DataTypes.StringType, false)
            .add("dataset", DataTypes.StringType, false)
            .add("split", DataTypes.StringType, false)
            .add("image", DataTypes.BinaryType, false)
            .add("label", DataTypes.IntegerType, false)
            .add("source", DataTypes.StringType, false)
            .add("source_index", DataTypes.LongType, false)
            .add("writer", DataTypes.LongType, true);

    static final StructType QUARANTINE = new StructType()
            .add("run", DataTypes.StringType, false)
            .add("dataset", DataTypes.StringType, false)
            .add("split", DataTypes.StringType, false)
            .add("source", DataTypes.StringType, false)
            .add("offset", DataTypes.LongType, false)
            .add("reason", DataTypes.StringType, false)
            .add("detail", DataTypes.StringType, false)
            .add("sha256", DataTypes.StringType, false);

    private IngestRows() {}

    static Row digit(Outcome.Digit digit, IngestTarget target) {
        String key = String.join("/", target.dataset(), target.split(), digit.source(), Long.toString(digit.index()));
        return RowFactory.create(
                key,
                target.run(),
                target.dataset(),
                target.split(),
                digit.image(),
                digit.label(),
                digit.source(),
                digit.index(),
                digit.writer());
    }

    static Row quarantine(Outcome.Refused refused, IngestTarget target) {
        return RowFactory.create(
                target.run(),
                target.dataset(),
                target.split(),
                refused.source(),
                refused.index(),
                refused.reason().name(),
                refused.detail(),
                refused.sha256());
    }
}
