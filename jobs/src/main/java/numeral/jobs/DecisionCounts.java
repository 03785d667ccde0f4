package numeral.jobs;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.sum;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import numeral.form.FieldState;
import numeral.form.decide.FieldReading.Decision;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Pages and fields of scored runs, by decision and by what writers took back. */
final class DecisionCounts {
    private final Map<Decision, Long> decisions = new EnumMap<>(Decision.class);
    private final Map<FieldState, Long> states = new EnumMap<>(FieldState.class);
    private long fields;
    private long pages;
    private long audit;

    /** @param read rows of the table {@code fields} of one run and one model */
    void add(Dataset<Row> read) {
        pages += read.select("page").distinct().count();
        read.groupBy("decision", "state")
                .agg(sum(col("audit").cast("long")), count("*"))
                .collectAsList()
                .forEach(row -> {
                    audit += row.getLong(2);
                    fields += row.getLong(3);
                    decisions.merge(Decision.valueOf(row.getString(0)), row.getLong(3), Long::sum);
                    states.merge(FieldState.valueOf(row.getString(1)), row.getLong(3), Long::sum);
                });
    }

    void tell(Summary summary) {
        summary.with("pages", pages).with("fields", fields);
        for (Decision decision : Decision.values()) {
            String name =
                    decision == Decision.ACCEPT ? "accepted" : decision.name().toLowerCase(Locale.ROOT);
            summary.with(name, decisions.getOrDefault(decision, 0L));
        }
        summary.with("crossed_out", states.getOrDefault(FieldState.CROSSED_OUT, 0L))
                .with("overwritten", states.getOrDefault(FieldState.OVERWRITTEN, 0L))
                .with("audit", audit);
    }
}
