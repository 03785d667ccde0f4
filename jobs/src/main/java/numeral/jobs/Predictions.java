package numeral.jobs;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.sum;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import numeral.measure.Evaluation;
import numeral.measure.LogLoss;
import numeral.measure.PairedComparison;
import numeral.measure.Share;
import numeral.measure.Tally;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Rows of the table {@code predictions} with labels, brought to where they can be measured. */
final class Predictions {
    private Predictions() {}

    /** All figures of labelled predictions. */
    static Evaluation evaluation(Dataset<Row> predictions) {
        return predictions
                .select("label", "digit", "confidence", "logits")
                .toJavaRDD()
                .aggregate(
                        new Tally(),
                        (tally, row) -> tally.add(
                                row.getInt(0),
                                row.getInt(1),
                                row.getDouble(2),
                                LogLoss.of(logits(row.getList(3)), row.getInt(0))),
                        Tally::merge)
                .evaluation();
    }

    /** Shares read right, for each value of a column. */
    static List<Share> shares(Dataset<Row> predictions, Column scope) {
        return predictions
                .groupBy(scope)
                .agg(sum(col("label").equalTo(col("digit")).cast("long")), count("*"))
                .collectAsList()
                .stream()
                .map(row -> new Share(row.getString(0), row.getLong(1), row.getLong(2)))
                .toList();
    }

    /** Two models on the examples that both have scored. */
    static PairedComparison compare(Dataset<Row> champion, Dataset<Row> candidate) {
        Column right = col("label").equalTo(col("digit"));
        Map<String, Long> counts = new HashMap<>();
        champion.select(col("key"), right.as("champion"))
                .join(candidate.select(col("key"), right.as("candidate")), "key")
                .groupBy("champion", "candidate")
                .agg(count("*"))
                .collectAsList()
                .forEach(row -> counts.put(row.getBoolean(0) + "," + row.getBoolean(1), row.getLong(2)));
        return new PairedComparison(
                counts.getOrDefault("true,true", 0L),
                counts.getOrDefault("true,false", 0L),
                counts.getOrDefault("false,true", 0L),
                counts.getOrDefault("false,false", 0L));
    }

    private static float[] logits(List<Float> boxed) {
        float[] logits = new float[boxed.size()];
        for (int digit = 0; digit < logits.length; digit++) {
            logits[digit] = boxed.get(digit);
        }
        return logits;
    }
}
