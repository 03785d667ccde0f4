package numeral.ingest;

import java.util.SortedMap;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What an input gave: rows ready to be published, and {@code accepted + quarantined == read}.
 * Close it once both sets of rows are published; until then the records stay cached on the executors.
 */
public final class Ingested implements AutoCloseable {
    private final SparkSession spark;
    private final JavaRDD<Outcome> outcomes;
    private final IngestTarget target;
    private final Tally tally;

    Ingested(SparkSession spark, JavaRDD<Outcome> outcomes, IngestTarget target, Tally tally) {
        this.spark = spark;
        this.outcomes = outcomes;
        this.target = target;
        this.tally = tally;
    }

    /** Rows of the table digits. */
    public Dataset<Row> digits() {
        IngestTarget target = this.target;
        return spark.createDataFrame(
                outcomes.filter(Outcome.Digit.class::isInstance)
                        .map(outcome -> IngestRows.digit((Outcome.Digit) outcome, target)),
                IngestRows.DIGITS);
    }

    /** Rows of the table quarantine. */
    public Dataset<Row> quarantine() {
        IngestTarget target = this.target;
        return spark.createDataFrame(
                outcomes.filter(Outcome.Refused.class::isInstance)
                        .map(outcome -> IngestRows.quarantine((Outcome.Refused) outcome, target)),
                IngestRows.QUARANTINE);
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
        outcomes.unpersist(false);
    }
}
