package numeral.ingest;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import numeral.InputRefused;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Reads labelled digits from any Hadoop path. Every image has 28x28 pixels, 0 for paper and 255 for full ink: as the source has it, or, by
 * {@link IngestSettings#normalise}, cut out of an image of any size as for a prediction.
 *
 * <p>A record that cannot be used becomes a row of quarantine. A file that cannot be trusted as a whole (wrong magic,
 * counts that differ, cut short), or more refused records than the settings allow, ends in {@link InputRefused}.
 * The same files give the same rows under the same keys, whatever the parallelism.
 */
public final class Ingest {
    private static final long MAX_PARTITIONS = 100_000;

    private final SparkSession spark;
    private final IngestTarget target;
    private final IngestSettings settings;

    public Ingest(SparkSession spark, IngestTarget target, IngestSettings settings) {
        this.spark = spark;
        this.target = target;
        this.settings = settings;
    }

    /**
     * IDX files, raw or gzip.
     *
     * @param images unsigned bytes, N x 28 x 28, or N x height x width where digits are to be normalised
     * @param labels unsigned bytes, N; or QMNIST's integers, N x 8, with the class in column 0 and the writer in column 2
     */
    public Ingested idx(String images, String labels) {
        return read(new IdxSource(settings, file(images), file(labels), Optional.empty()));
    }

    /**
     * IDX files with the writers in a file of their own.
     *
     * @param writers integers in QMNIST's columns, one row for each image. More rows are allowed, since QMNIST's test part
     *     begins with MNIST's and goes on; a row whose class is not the label refuses its record.
     */
    public Ingested idx(String images, String labels, String writers) {
        return read(new IdxSource(settings, file(images), file(labels), Optional.of(file(writers))));
    }

    /** A CSV file, raw or gzip, with the columns {@code label,pixel0,...,pixel783} and this header. */
    public Ingested csv(String file) {
        return read(new CsvSource(settings, file(file)));
    }

    /**
     * PNG images of 28x28 pixels in a folder for each digit: {@code FOLDER/7/any-name.png}. As in MNIST, black (0) is paper
     * and white (255) is ink; dark digits on white paper are refused as inverted. Where digits are to be normalised, images are PNG, JPEG, TIFF, BMP or PDF of one page, of any size and polarity.
     */
    public Ingested png(String folder) {
        return read(new FolderSource(settings, file(folder)));
    }

    private Ingested read(Source source) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        Source.Reading reading;
        try {
            reading = source.open(context);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Dataset<Row> outcomes = rows(reading).persist(StorageLevel.MEMORY_AND_DISK());
        try {
            context.setJobDescription("ingest: read and check the records");
            Tally tally = Tally.of(outcomes);
            check(tally, reading.promised());
            return new Ingested(outcomes, target, tally);
        } catch (RuntimeException e) {
            outcomes.unpersist();
            throw e;
        } finally {
            context.setJobDescription(null);
        }
    }

    /** Spread over partitions, also where a single task had to read the file. */
    private Dataset<Row> rows(Source.Reading reading) {
        Dataset<Row> rows = spark.createDataFrame(reading.outcomes().map(IngestRows::outcome), IngestRows.OUTCOME);
        long wanted = Math.min(MAX_PARTITIONS, 1 + (reading.promised() - 1) / settings.recordsPerPartition());
        return reading.outcomes().getNumPartitions() < wanted
                ? rows.repartition((int) wanted, col("source_index"))
                : rows;
    }

    private void check(Tally tally, long promised) {
        if (!tally.defects().isEmpty()) {
            throw new InputRefused(tally.defects());
        }
        if (tally.read() != promised) {
            throw new IllegalStateException("records: expected " + promised + ", found " + tally.read() + " outcomes");
        }
        if (tally.quarantined() > settings.maxRefusedShare() * tally.read()) {
            throw new InputRefused(List.of(String.format(
                    Locale.ROOT,
                    "refused records: expected at most %.2f %% (numeral.ingest.max-refused-share), found %d of %d: %s",
                    100 * settings.maxRefusedShare(),
                    tally.quarantined(),
                    tally.read(),
                    tally.byReason())));
        }
    }

    private InputFile file(String path) {
        return new InputFile(
                path, new SerializableConfiguration(spark.sessionState().newHadoopConf()));
    }
}
