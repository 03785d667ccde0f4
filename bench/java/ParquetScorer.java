import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import com.typesafe.config.ConfigFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import numeral.score.ScoreSettings;
import numeral.score.Scoring;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Crops from Parquet through Spark to predictions in Parquet: arguments model file, digits, folder, crops. Tells the process's memory second by second. */
public final class ParquetScorer {
    private static final long SAMPLE_MS = 1000;

    private ParquetScorer() {}

    public static void main(String[] arguments) throws Exception {
        byte[] model = Files.readAllBytes(Path.of(arguments[0]));
        String crops = arguments[2] + "/crops.parquet";
        String predictions = arguments[2] + "/predictions.parquet";
        long count = Long.parseLong(arguments[3]);
        try (SparkSession spark = SparkSession.builder().getOrCreate()) {
            write(spark, RawDigits.read(arguments[1]), count, crops);
            score(spark.read().parquet(crops).limit(20_000), model, predictions);

            ConcurrentLinkedQueue<Long> memory = new ConcurrentLinkedQueue<>();
            Thread sampler = sampler(memory);
            long start = System.nanoTime();
            score(spark.read().parquet(crops), model, predictions);
            double seconds = (System.nanoTime() - start) / 1e9;
            sampler.interrupt();
            long written = spark.read().parquet(predictions).count();
            System.out.printf(
                    Locale.ROOT,
                    "{\"per_second\":%.1f,\"crops\":%d,\"seconds\":%.1f,\"resident_mib\":%s}%n",
                    written / seconds,
                    written,
                    seconds,
                    memory);
        }
    }

    private static void score(Dataset<Row> crops, byte[] model, String to) {
        ScoreSettings settings = ScoreSettings.from(
                ConfigFactory.parseResources(ParquetScorer.class.getClassLoader(), "reference.conf").resolve());
        Scoring.predict(crops, model, "bench", "score", "bench", settings)
                .write()
                .mode("overwrite")
                .parquet(to);
    }

    /** The digits over and over, each with a key of its own. */
    private static void write(SparkSession spark, RawDigits digits, long count, String to) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < Math.min(digits.labels().length, 10_000); i++) {
            rows.add(RowFactory.create(i, digits.image(i)));
        }
        StructType schema =
                new StructType().add("i", DataTypes.IntegerType).add("image", DataTypes.BinaryType);
        spark.range(count)
                .withColumn("i", col("id").mod(rows.size()).cast("int"))
                .join(org.apache.spark.sql.functions.broadcast(spark.createDataFrame(rows, schema)), "i")
                .select(
                        col("id").cast("string").as("key"),
                        col("image"),
                        lit(null).cast("int").as("label"))
                .write()
                .mode("overwrite")
                .parquet(to);
    }

    private static Thread sampler(ConcurrentLinkedQueue<Long> memory) {
        Thread sampler = new Thread(() -> {
            try {
                while (true) {
                    memory.add(residentMib());
                    Thread.sleep(SAMPLE_MS);
                }
            } catch (InterruptedException e) {
                // the end of the measurement
            }
        });
        sampler.setDaemon(true);
        sampler.start();
        return sampler;
    }

    private static long residentMib() {
        try (var lines = Files.lines(Path.of("/proc/self/status"), StandardCharsets.UTF_8)) {
            String resident = lines.filter(line -> line.startsWith("VmRSS:")).findFirst().orElseThrow();
            return Long.parseLong(resident.replaceAll("\\D", "")) / 1024;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
