package numeral.jobs;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import numeral.InputRefused;
import numeral.table.Table;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Labelled digits by the names of their dataset and split. */
final class Datasets {
    private Datasets() {}

    /**
     * The rows of one split.
     *
     * @throws InputRefused when it has none, naming the splits that there are
     */
    static Dataset<Row> split(Workspace workspace, String dataset, String split) {
        Dataset<Row> digits = workspace.tables().read(Table.DIGITS);
        Dataset<Row> rows =
                digits.where(col("dataset").equalTo(dataset).and(col("split").equalTo(split)));
        if (rows.isEmpty()) {
            List<String> known =
                    digits.select("dataset", "split").distinct().orderBy("dataset", "split").collectAsList().stream()
                            .map(row -> row.getString(0) + "/" + row.getString(1))
                            .toList();
            throw new InputRefused(List.of("dataset " + dataset + ", split " + split + ": no digits; there are " + known
                    + "; run ingest first"));
        }
        return rows;
    }
}
