package numeral.jobs;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.sum;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import numeral.form.FieldReading.Decision;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Pages and fields of scored runs, by decision. */
final class DecisionCounts {
    private final Map<Decision, Long> decisions = new EnumMap<>(Decision.class);
    private long fields;
    private long pages;
    private long audit;

    /** @param read rows of the table {@code fields} of one run and one model */
    void add(Dataset<Row> read) {
        pages += read.select("page").distinct().count();
        read.groupBy("decision")
                .agg(sum(col("audit").cast("long")), count("*"))
                .collectAsList()
                .forEach(row -> {
                    audit += row.getLong(1);
                    fields += row.getLong(2);
                    decisions.merge(Decision.valueOf(row.getString(0)), row.getLong(2), Long::sum);
                });
    }

    void tell(Summary summary) {
        summary.with("pages", pages).with("fields", fields);
        for (Decision decision : Decision.values()) {
            String name =
                    decision == Decision.ACCEPT ? "accepted" : decision.name().toLowerCase(Locale.ROOT);
            summary.with(name, decisions.getOrDefault(decision, 0L));
        }
        summary.with("audit", audit);
    }
}
