package numeral.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.typesafe.config.ConfigFactory;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import numeral.LocalSpark;
import numeral.network.Classifier;
import numeral.network.LearningRate;
import numeral.network.ModelCard;
import numeral.network.ModelFile;
import numeral.network.NetworkKind;
import numeral.network.NetworkSettings;
import numeral.network.Networks;
import numeral.train.TinyDigits;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;

class ScoringTest {
    private static final ScoreSettings SETTINGS = ScoreSettings.from(ConfigFactory.defaultReference());
    private static final byte[] MODEL = ModelFile.write(
            Networks.create(new NetworkSettings(
                    NetworkKind.CNN, 0, 32, 0, false, 0, new LearningRate(0.001, LearningRate.Decay.CONSTANT, 1), 5)),
            new ModelCard("cnn-5", "cnn", 1.5, "{}"));

    private static List<Row> scored(int partitions) {
        return predict(TinyDigits.rows(LocalSpark.session(), 301, partitions))
                .orderBy("key")
                .collectAsList();
    }

    private static Dataset<Row> predict(Dataset<Row> rows) {
        return Scoring.predict(rows, MODEL, "r1", "evaluate", "cnn-5", SETTINGS);
    }

    @Test
    void everyRowGetsOnePredictionInTheColumnsOfTheTable() {
        Dataset<Row> predictions = predict(TinyDigits.rows(LocalSpark.session(), 301, 2));

        assertThat(predictions.schema()).isEqualTo(Scoring.SCHEMA);
        assertThat(predictions.select("key").distinct().count()).isEqualTo(301);
        Row first = predictions.filter("key = 'tiny/7'").first();
        assertThat(first.<String>getAs("run")).isEqualTo("r1");
        assertThat(first.<String>getAs("job")).isEqualTo("evaluate");
        assertThat(first.<String>getAs("model")).isEqualTo("cnn-5");
        assertThat(first.<Integer>getAs("label")).isEqualTo(7);
        assertThat(first.getList(first.fieldIndex("logits"))).hasSize(10);
    }

    @Test
    void predictionsDoNotDependOnPartitions() {
        assertThat(scored(1)).isEqualTo(scored(3)).hasSize(301);
    }

    @Test
    void labelsMayBeUnknown() {
        Dataset<Row> crops = TinyDigits.rows(LocalSpark.session(), 20, 2)
                .withColumn("label", functions.lit(null).cast("int"));
        assertThat(predict(crops).filter("label is null").count()).isEqualTo(20);
    }

    @Test
    void oneImageGetsThePredictionOfItsRow() {
        Row row = TinyDigits.rows(LocalSpark.session(), 1, 1).first();
        Row scored = predict(TinyDigits.rows(LocalSpark.session(), 1, 1)).first();

        Prediction prediction = Scoring.predict(MODEL, row.getAs("image"));

        assertThat(prediction.digit()).isEqualTo(scored.<Integer>getAs("digit"));
        assertThat(prediction.confidence()).isCloseTo(scored.getAs("confidence"), within(1e-5));
    }

    @Test
    void readsNoMoreThanABatchAhead() {
        Row blank = TinyDigits.rows(LocalSpark.session(), 1, 1).first();
        int[] read = {0};
        Iterator<Row> rows = Stream.generate(() -> {
                    read[0]++;
                    return blank;
                })
                .iterator();
        try (Classifier classifier = Classifier.open(MODEL, 4)) {
            Predictions predictions =
                    new Predictions(rows, classifier, 4, new Predictions.Labels("r", "score", "cnn-5"));
            IntStream.range(0, 5).forEach(i -> predictions.next());
        }
        assertThat(read[0]).isEqualTo(8);
    }

    @Test
    void namesTheRowOfAnImageThatIsNone() {
        Dataset<Row> rows = TinyDigits.rows(LocalSpark.session(), 3, 1)
                .withColumn("image", functions.expr("substring(image, 1, 10)"));
        assertThatThrownBy(() -> predict(rows).collectAsList())
                .hasStackTraceContaining("image of tiny/0 has 10 bytes, expected 784");
    }

    @Test
    void refusesSettingsOutsideTheirRanges() {
        assertThatThrownBy(() -> new ScoreSettings(0, 2, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("numeral.score: batch-size is 0, expected 1 to 320\n"
                        + "numeral.score: audit-share is 2.0, expected 0 to 1\n"
                        + "numeral.score: max-error is 0.0, expected more than 0 and less than 1");
    }
}
