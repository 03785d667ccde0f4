package numeral.jobs;

import static org.apache.spark.sql.functions.base64;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.translate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import numeral.table.Table;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.StructField;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Any table to CSV or JSON Lines in the table's own order. Images become Base64; in CSV nested columns become JSON. */
@Command(name = "export", description = "Writes a table, or one run of it, as CSV or JSON Lines.")
final class ExportJob implements Job {
    enum Format {
        CSV,
        JSONL
    }

    @Option(names = "--table", required = true, description = "One of ${COMPLETION-CANDIDATES}")
    Table table;

    @Option(names = "--format", defaultValue = "CSV", description = "CSV or JSONL (default: ${DEFAULT-VALUE})")
    Format format;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Directory for the part files, any Hadoop path; replaced")
    String out;

    @Option(names = "--rows-of", paramLabel = "RUN", description = "Only the rows of this run")
    Optional<String> rowsOf = Optional.empty();

    @Option(
            names = "--without-sensitive",
            description = "Leaves out the values of sensitive fields and the pictures that show them")
    boolean withoutSensitive;

    @Override
    public Summary run(Workspace workspace) {
        Dataset<Row> whole = workspace.tables().read(table);
        Dataset<Row> all = withoutSensitive ? new Sensitive(workspace.tables()).removedFrom(table, whole) : whole;
        Dataset<Row> wanted =
                rowsOf.map(run -> all.where(col("run").equalTo(run))).orElse(all);
        List<Column> order = new ArrayList<>(List.of(col("run")));
        table.order().forEach(name -> order.add(col("`" + name + "`")));
        Dataset<Row> rows = wanted.orderBy(order.toArray(Column[]::new))
                .select(Arrays.stream(wanted.schema().fields())
                        .map(this::portable)
                        .toArray(Column[]::new));
        DataFrameWriter<Row> writer = rows.write().mode("overwrite");
        if (format == Format.CSV) {
            writer.option("header", true).option("escape", "\"").csv(out);
        } else {
            writer.option("ignoreNullFields", false).json(out);
        }
        return new Summary()
                .with("table", table.lowerName())
                .with("rows", wanted.count())
                .with("out", out);
    }

    private Column portable(StructField field) {
        Column column = col("`" + field.name() + "`");
        if (field.dataType() instanceof BinaryType) {
            // Spark breaks the lines of Base64, which no reader of CSV expects.
            return translate(base64(column), "\r\n", "").as(field.name());
        }
        if (format == Format.CSV && field.dataType() instanceof ArrayType) {
            return to_json(column).as(field.name());
        }
        return column;
    }
}
