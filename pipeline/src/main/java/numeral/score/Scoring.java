package numeral.score;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.FloatType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import numeral.network.Classifier;
import numeral.network.ModelFile;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** Reads digit images with a trained network. */
public final class Scoring {
    /** Columns of the result, those of the table {@code predictions}. */
    public static final StructType SCHEMA = new StructType()
            .add("key", StringType, false)
            .add("run", StringType, false)
            .add("job", StringType, false)
            .add("model", StringType, false)
            .add("label", IntegerType, true)
            .add("digit", IntegerType, false)
            .add("p1", DoubleType, false)
            .add("second", IntegerType, false)
            .add("p2", DoubleType, false)
            .add("margin", DoubleType, false)
            .add("confidence", DoubleType, false)
            .add("logits", createArrayType(FloatType, false), false);

    private Scoring() {}

    /**
     * One prediction for each row, computed as the result is read, a batch at a time. An image gets the same prediction whatever rows are around it.
     *
     * @param rows columns key (string), image (784 unsigned bytes, 0 = paper, 255 = full ink) and label (int or null)
     * @param modelFile as {@link ModelFile} writes it
     * @param job evaluate or score
     * @param model id of the model
     */
    public static Dataset<Row> predict(
            Dataset<Row> rows, byte[] modelFile, String run, String job, String model, ScoreSettings settings) {
        Broadcast<byte[]> broadcast = JavaSparkContext.fromSparkContext(
                        rows.sparkSession().sparkContext())
                .broadcast(modelFile);
        ClassifierPool.Key key = new ClassifierPool.Key(ModelFile.sha256(modelFile), settings.batchSize());
        Predictions.Labels labels = new Predictions.Labels(run, job, model);
        MapPartitionsFunction<Row, Row> scored = partition ->
                new Predictions(partition, ClassifierPool.borrow(key, broadcast::value), key.batchSize(), labels);
        return rows.select("key", "image", "label").mapPartitions(scored, Encoders.row(SCHEMA));
    }

    /** The prediction for one image of 784 unsigned bytes, 0 = paper, 255 = full ink. */
    public static Prediction predict(byte[] modelFile, byte[] image) {
        try (Classifier classifier = Classifier.open(modelFile, 1)) {
            return Prediction.of(classifier.logits(new byte[][] {image})[0], classifier.temperature());
        }
    }
}
