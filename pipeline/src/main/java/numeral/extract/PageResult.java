package numeral.extract;

import java.io.Serializable;
import numeral.scan.Source;
import org.apache.spark.sql.Row;

/** What came of one inventory item. */
sealed interface PageResult extends Serializable {
    /**
     * It ended in a status.
     *
     * @param page its row of the table {@code pages}
     * @param crops its rows of the table {@code crops}
     */
    record Read(Row page, PackedRows crops) implements PageResult {}

    /**
     * Its bytes were read earlier.
     *
     * @param names a row of the table {@code pages} of which the columns that name the item count
     */
    record Known(Row names) implements PageResult {}

    /** It was put off, because a process died while the page was read. */
    record PutOff(Source source, String key) implements PageResult {}
}
