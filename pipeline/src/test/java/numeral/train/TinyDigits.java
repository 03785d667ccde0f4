package numeral.train;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Ten easy classes: a bright bar whose height on the image tells the digit, among noise. */
public final class TinyDigits {
    private static final int SIDE = 28;
    private static final StructType SCHEMA = new StructType()
            .add("key", "string", false)
            .add("image", "binary", false)
            .add("label", "int", false)
            .add("writer", "long", true);

    private TinyDigits() {}

    /** Rows with key, image, label and writer, in a number of partitions. */
    public static Dataset<Row> rows(SparkSession spark, int count, int partitions) {
        SplittableRandom random = new SplittableRandom(11);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int label = i % 10;
            rows.add(RowFactory.create("tiny/" + i, image(label, random), label, null));
        }
        return spark.createDataset(rows, Encoders.row(SCHEMA)).repartition(partitions);
    }

    private static byte[] image(int label, SplittableRandom random) {
        byte[] image = new byte[SIDE * SIDE];
        for (int i = 0; i < image.length; i++) {
            int row = i / SIDE;
            boolean bar = row >= 4 + 2 * label && row < 6 + 2 * label;
            image[i] = (byte) (bar ? 155 + random.nextInt(100) : random.nextInt(60));
        }
        return image;
    }
}
