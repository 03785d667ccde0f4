package numeral.jobs;

import java.util.List;
import numeral.measure.RiskCoverage;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Rows of the table {@code risk_coverage}. */
final class RiskRows {
    private RiskRows() {}

    static List<Row> of(RiskCoverage curve, String run, String model, String job, String source) {
        return curve.points().stream()
                .map(point -> RowFactory.create(
                        run,
                        model,
                        job,
                        source,
                        point.threshold(),
                        point.coverage(),
                        point.risk(),
                        point.riskUpper(),
                        point.accepted(),
                        point.wrong()))
                .toList();
    }
}
