package numeral.train;

import java.io.Serializable;
import java.util.List;
import numeral.network.Classifier;
import numeral.network.Softmax;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/**
 * Logits of a network on the validation part.
 *
 * @param logits ten for each example
 * @param labels the digit of each example
 */
record Validation(float[][] logits, byte[] labels) implements Serializable {

    /** Runs a network over shards on the executors. */
    static Validation of(NetworkState state, JavaRDD<Shard> shards) {
        JavaSparkContext spark = JavaSparkContext.fromSparkContext(shards.context());
        Broadcast<NetworkState> broadcast = spark.broadcast(state);
        List<Validation> parts =
                shards.map(shard -> of(broadcast.value(), shard)).collect();
        broadcast.destroy();
        return joined(parts);
    }

    /** Runs a network over one shard here and now. */
    static Validation of(NetworkState state, Shard shard) {
        try (Classifier classifier = Classifier.of(state.open())) {
            return new Validation(classifier.logits(shard.images()), shard.labels());
        }
    }

    private static Validation joined(List<Validation> parts) {
        int size = parts.stream().mapToInt(part -> part.labels.length).sum();
        float[][] logits = new float[size][];
        byte[] labels = new byte[size];
        int from = 0;
        for (Validation part : parts) {
            System.arraycopy(part.logits, 0, logits, from, part.labels.length);
            System.arraycopy(part.labels, 0, labels, from, part.labels.length);
            from += part.labels.length;
        }
        return new Validation(logits, labels);
    }

    /** The temperature that calibrates these logits. */
    double temperature() {
        return Temperature.fit(logits, labels);
    }

    /** The count, with the loss of logits that are divided by a temperature. */
    Tally tally(double temperature) {
        double loss = 0;
        long correct = 0;
        for (int i = 0; i < labels.length; i++) {
            loss += Softmax.loss(logits[i], labels[i], temperature);
            correct += Softmax.argmax(logits[i]) == labels[i] ? 1 : 0;
        }
        return new Tally(labels.length, loss, correct);
    }
}
