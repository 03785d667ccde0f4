package numeral.ingest;

import java.util.SortedMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What an input gave: rows ready to be published, and {@code accepted + quarantined == read}.
 * Close it once both sets of rows are published; until then the records stay cached on the executors.
 */
public final class Ingested implements AutoCloseable {
    private final Dataset<Row> outcomes;
    private final IngestTarget target;
    private final Tally tally;

    Ingested(Dataset<Row> outcomes, IngestTarget target, Tally tally) {
        this.outcomes = outcomes;
        this.target = target;
        this.tally = tally;
    }

    /** Rows of the table digits. */
    public Dataset<Row> digits() {
        return IngestRows.digits(outcomes, target);
    }

    /** Rows of the table quarantine. */
    public Dataset<Row> quarantine() {
        return IngestRows.quarantine(outcomes, target);
    }

    public long read() {
        return tally.read();
    }

    public long accepted() {
        return tally.accepted();
    }

    public long quarantined() {
        return tally.quarantined();
    }

    /** Refused records by the short name of their defect, in alphabetical order. */
    public SortedMap<String, Long> quarantinedByReason() {
        return tally.byReason();
    }

    @Override
    public void close() {
        outcomes.unpersist();
    }
}
