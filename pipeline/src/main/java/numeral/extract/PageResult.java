package numeral.extract;

import java.io.Serializable;
import java.util.List;
import numeral.scan.ScanStatus;
import org.apache.spark.sql.Row;

/**
 * What came of one inventory item.
 *
 * @param page its row of the table {@code pages}
 * @param crops its rows of the table {@code crops}
 */
record PageResult(String key, ScanStatus status, Row page, List<Row> crops) implements Serializable {}
