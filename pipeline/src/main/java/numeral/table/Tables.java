package numeral.table;

import static org.apache.spark.sql.functions.col;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameWriterV2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The tables of one catalog: created when missing, read whole, published one run at a time. */
public final class Tables {
    private final SparkSession spark;
    private final String namespace;

    /**
     * @param spark a session with a catalog of the name {@link Catalog#NAME}
     * @param namespace namespace of the tables in that catalog; made when missing, as is each table on its first use
     */
    public Tables(SparkSession spark, String namespace) {
        this.spark = spark;
        this.namespace = Catalog.NAME + "." + namespace;
        spark.sql("CREATE NAMESPACE IF NOT EXISTS " + this.namespace);
    }

    /** All rows of a table as of now. */
    public Dataset<Row> read(Table table) {
        create(table);
        return spark.table(fullName(table));
    }

    /** The rows of one run. */
    public Dataset<Row> read(Table table, String run) {
        return read(table).where(col("run").equalTo(run));
    }

    /** Columns, types, nullability and comments of the table as it stands in the catalog. */
    public StructType schema(Table table) {
        return read(table).schema();
    }

    /**
     * Replaces the rows that this run published before with the given ones, in one atomic commit; no rows leave none. Readers see the old
     * rows or the new ones, whatever happens on the way.
     *
     * @param scope further columns whose values the replaced rows share, for runs that publish in parts: column to value
     * @return the number of rows published
     * @throws IllegalArgumentException when the columns are not the table's
     */
    public long publish(Table table, Dataset<Row> rows, Run run, Map<String, String> scope) {
        Column replaced = col("run").equalTo(run.id());
        for (Map.Entry<String, String> part : scope.entrySet()) {
            replaced = replaced.and(col(part.getKey()).equalTo(part.getValue()));
        }
        // Sorting would send a run, which is one partition, through one task.
        DataFrameWriterV2<Row> writer = conform(table, rows)
                .writeTo(fullName(table))
                .option("distribution-mode", "none")
                .option("fanout-enabled", "true");
        for (Map.Entry<String, String> property : run.snapshotProperties().entrySet()) {
            writer = writer.option("snapshot-property." + property.getKey(), property.getValue());
        }
        try {
            writer.overwrite(replaced);
        } catch (NoSuchTableException e) {
            throw new IllegalStateException(fullName(table) + " was dropped while it was written", e);
        }
        return addedRecords(table, run);
    }

    /** {@link #publish(Table, Dataset, Run, Map)} for all rows of the run. */
    public long publish(Table table, Dataset<Row> rows, Run run) {
        return publish(table, rows, run, Map.of());
    }

    /**
     * The last commit of a run to a table.
     *
     * @param lineage values that it has in its lineage: a run may publish in parts
     */
    public Optional<Published> lastPublished(Table table, String run, Map<String, String> lineage) {
        create(table);
        Column wanted = col("summary").getItem("numeral.run").equalTo(run);
        for (Map.Entry<String, String> value : lineage.entrySet()) {
            wanted = wanted.and(
                    col("summary").getItem("numeral." + value.getKey()).equalTo(value.getValue()));
        }
        return spark
                .table(fullName(table) + ".snapshots")
                .where(wanted)
                .orderBy(col("committed_at").desc())
                .select("snapshot_id", "summary")
                .limit(1)
                .collectAsList()
                .stream()
                .map(row -> Published.of(row.getLong(0), row.getJavaMap(1)))
                .findFirst();
    }

    /** Rows as a data set in the table's schema, for small results that were computed on the driver. */
    public Dataset<Row> rows(Table table, List<Row> rows) {
        return rows(schema(table), rows);
    }

    /** Rows as a data set in another schema. */
    public Dataset<Row> rows(StructType schema, List<Row> rows) {
        return spark.createDataFrame(rows, schema);
    }

    private void create(Table table) {
        if (!spark.catalog().tableExists(fullName(table))) {
            spark.sql(table.createStatement(fullName(table)));
        }
    }

    private long addedRecords(Table table, Run run) {
        Row last = spark.table(fullName(table) + ".snapshots")
                .where(col("summary").getItem("numeral.run").equalTo(run.id()))
                .orderBy(col("committed_at").desc())
                .select(col("summary").getItem("added-records"))
                .first();
        return last.isNullAt(0) ? 0 : Long.parseLong(last.getString(0));
    }

    /** The rows with the table's columns in the table's order; a missing, surplus or differently typed column is a bug of the caller. */
    private Dataset<Row> conform(Table table, Dataset<Row> rows) {
        StructType expected = schema(table);
        List<String> given = Arrays.asList(rows.columns());
        List<String> wanted = Arrays.asList(expected.fieldNames());
        if (!given.containsAll(wanted) || given.size() != wanted.size()) {
            throw new IllegalArgumentException(
                    "columns for " + table.lowerName() + ": expected " + wanted + ", found " + given);
        }
        for (StructField field : expected.fields()) {
            String found = rows.schema().apply(field.name()).dataType().simpleString();
            if (!found.equals(field.dataType().simpleString())) {
                throw new IllegalArgumentException("column " + field.name() + " of " + table.lowerName() + ": expected "
                        + field.dataType().simpleString() + ", found " + found);
            }
        }
        return rows.select(wanted.stream().map(name -> col("`" + name + "`")).toArray(Column[]::new));
    }

    private String fullName(Table table) {
        return namespace + "." + table.lowerName();
    }
}
