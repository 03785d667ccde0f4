package numeral.ingest;

import java.io.IOException;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;

/** Where records come from. */
interface Source {
    /** Checks what can be checked without reading every record; throws {@link numeral.InputRefused}. */
    Reading open(JavaSparkContext spark) throws IOException;

    /**
     * A source that passed its first check.
     *
     * @param outcomes one for each record, the same on every evaluation
     * @param promised number of records that the source has by its own account
     */
    record Reading(JavaRDD<Outcome> outcomes, long promised) {}
}
