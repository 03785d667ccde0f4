package numeral.jobs;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import numeral.measure.Corruption;
import numeral.measure.Robustness;
import numeral.score.ScoreSettings;
import numeral.score.Scoring;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;

/** A sample of a split as it is and under every corruption, read the way everything is read. */
final class SpoiltDigits {
    private SpoiltDigits() {}

    /**
     * Accuracies of a model on the sample.
     *
     * @param examples size of the sample, which a hash of the key chooses
     */
    static Robustness robustness(Dataset<Row> digits, int examples, byte[] modelFile, ScoreSettings settings) {
        Dataset<Row> sample = digits.select("key", "image", "label")
                .orderBy(xxhash64(col("key")), col("key"))
                .limit(examples)
                .repartition(digits.sparkSession().sparkContext().defaultParallelism());
        FlatMapFunction<Row, Row> spoil = SpoiltDigits::versions;
        Dataset<Row> versions = sample.flatMap(spoil, Encoders.row(sample.schema()));
        Dataset<Row> read = Scoring.predict(versions, modelFile, "", "robustness", "", settings);
        return Robustness.of(Predictions.shares(read, col("key")));
    }

    /** The digit and its corruptions, what was done to it in the place of its key. */
    private static Iterator<Row> versions(Row digit) {
        long seed = digit.getString(0).hashCode();
        byte[] image = digit.getAs(1);
        List<Row> versions = new ArrayList<>();
        versions.add(row(digit, Robustness.CLEAN, image));
        for (Corruption corruption : Corruption.all()) {
            versions.add(row(digit, corruption.label(), corruption.apply(image, seed)));
        }
        return versions.iterator();
    }

    /** Spark hands rows on to the scoring as they are, which asks for columns by name. */
    private static Row row(Row digit, String scope, byte[] image) {
        return new GenericRowWithSchema(new Object[] {scope, image, digit.get(2)}, digit.schema());
    }
}
