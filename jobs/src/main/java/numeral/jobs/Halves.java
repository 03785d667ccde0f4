package numeral.jobs;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.List;
import numeral.measure.Share;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.Tuple2;

/**
 * The two halves of a split apart, in the order of its files. They need not be alike: the second half of MNIST's test part comes from other writers
 * than the first.
 */
final class Halves {
    private Halves() {}

    /** Share read right in each half; a half without digits is left out. */
    static List<Share> accuracies(Dataset<Row> predictions, Dataset<Row> digits) {
        JavaPairRDD<Boolean, Long> inOrder = predictions
                .select("key", "label", "digit")
                .join(digits.select("key", "source", "source_index"), "key")
                .orderBy("source", "source_index")
                .select(col("label").equalTo(col("digit")))
                .javaRDD()
                .map(row -> row.getBoolean(0))
                .zipWithIndex()
                .cache();
        long n = inOrder.count();
        long middle = (n + 1) / 2;
        List<Share> halves = new ArrayList<>();
        halves.add(share("first half", inOrder.filter(read -> read._2() < middle)));
        if (n > middle) {
            halves.add(share("second half", inOrder.filter(read -> read._2() >= middle)));
        }
        inOrder.unpersist();
        return halves;
    }

    private static Share share(String scope, JavaPairRDD<Boolean, Long> read) {
        return new Share(scope, read.filter(Tuple2::_1).count(), read.count());
    }
}
