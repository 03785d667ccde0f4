package numeral.score;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import numeral.network.Classifier;
import numeral.network.Pixels;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Rows with predictions for an iterator of rows with images; never holds more than one batch. */
final class Predictions implements Iterator<Row> {
    private final Iterator<Row> rows;
    private final Classifier classifier;
    private final int batchSize;
    private final Labels labels;
    private Iterator<Row> ready = List.<Row>of().iterator();

    /** Values that every row of a run has in common. */
    record Labels(String run, String job, String model) implements Serializable {}

    Predictions(Iterator<Row> rows, Classifier classifier, int batchSize, Labels labels) {
        this.rows = rows;
        this.classifier = classifier;
        this.batchSize = batchSize;
        this.labels = labels;
    }

    @Override
    public boolean hasNext() {
        return ready.hasNext() || rows.hasNext();
    }

    @Override
    public Row next() {
        if (!ready.hasNext()) {
            ready = nextBatch();
        }
        return ready.next();
    }

    private Iterator<Row> nextBatch() {
        List<Row> batch = new ArrayList<>(batchSize);
        while (batch.size() < batchSize && rows.hasNext()) {
            batch.add(rows.next());
        }
        float[][] logits =
                classifier.logits(batch.stream().map(Predictions::image).toArray(byte[][]::new));
        List<Row> predicted = new ArrayList<>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            predicted.add(row(batch.get(i), Prediction.of(logits[i], classifier.temperature())));
        }
        return predicted.iterator();
    }

    private static byte[] image(Row row) {
        byte[] image = row.getAs("image");
        Pixels.require("image of " + row.<String>getAs("key"), image);
        return image;
    }

    private Row row(Row input, Prediction prediction) {
        return RowFactory.create(
                input.<String>getAs("key"),
                labels.run(),
                labels.job(),
                labels.model(),
                input.<Integer>getAs("label"),
                prediction.digit(),
                prediction.p1(),
                prediction.second(),
                prediction.p2(),
                prediction.margin(),
                prediction.confidence(),
                prediction.logits());
    }
}
