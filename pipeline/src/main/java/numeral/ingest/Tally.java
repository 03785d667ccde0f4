package numeral.ingest;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * Counts of outcomes.
 *
 * @param byReason refused records by the short name of their defect
 * @param defects problems of whole files
 */
record Tally(long accepted, SortedMap<String, Long> byReason, List<String> defects) {

    static Tally of(Dataset<Row> outcomes) {
        TreeMap<String, Long> counts = new TreeMap<>();
        for (Row row : outcomes.groupBy("reason").count().collectAsList()) {
            counts.put(row.getString(0), row.getLong(1));
        }
        Long accepted = counts.remove(IngestRows.NONE);
        List<String> defects = counts.remove(IngestRows.DEFECT) == null
                ? List.of()
                : outcomes.where(col("reason").equalTo(IngestRows.DEFECT))
                        .select("detail")
                        .distinct()
                        .orderBy("detail")
                        .as(Encoders.STRING())
                        .collectAsList();
        return new Tally(accepted == null ? 0 : accepted, counts, defects);
    }

    long read() {
        return accepted + quarantined();
    }

    long quarantined() {
        return byReason.values().stream().mapToLong(Long::longValue).sum();
    }
}
