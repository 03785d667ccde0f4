package numeral.ingest;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import numeral.InputRefused;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.compress.CompressionCodecFactory;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.TaskCompletionListener;

/** Rows of a CSV file: a raw file is split by Hadoop, a gzip one is read by a single task. */
final class CsvSource implements Source {
    private static final int HEADER_LIMIT_BYTES = 1 << 16;
    private static final long TYPICAL_ROW_BYTES = 2000;

    private final IngestSettings settings;
    private final InputFile file;

    CsvSource(IngestSettings settings, InputFile file) {
        this.settings = settings;
        this.file = file;
    }

    @Override
    public Reading open(JavaSparkContext spark) throws IOException {
        long lengthBytes = file.lengthBytes();
        boolean gzip = isGzip();
        checkHeader(gzip);
        JavaRDD<String> lines;
        long count;
        if (gzip) {
            InputFile file = this.file;
            lines = spark.parallelize(List.of(0), 1).flatMap(only -> gzipLines(file));
            count = countGzipLines();
        } else {
            refuseMisleadingName();
            lines = spark.textFile(file.path(), (int)
                    Math.min(100_000, 1 + lengthBytes / (TYPICAL_ROW_BYTES * settings.recordsPerPartition())));
            count = lines.count();
        }
        String source = file.name();
        boolean normalise = settings.normalise();
        JavaRDD<Outcome> rows = lines.zipWithIndex()
                .filter(numbered -> numbered._2() > 0)
                .map(numbered -> CsvRow.parse(source, numbered._2() - 1, numbered._1(), normalise));
        return new Reading(rows, count - 1);
    }

    private boolean isGzip() throws IOException {
        try (InputStream in = file.open()) {
            return in.read() == 0x1f && in.read() == 0x8b;
        }
    }

    private void checkHeader(boolean gzip) throws IOException {
        try (InputStream raw = file.open();
                InputStream in = gzip ? new GZIPInputStream(raw) : raw) {
            String head = new String(in.readNBytes(HEADER_LIMIT_BYTES), StandardCharsets.UTF_8);
            CsvRow.checkHeader(head.lines().findFirst().orElse("")).ifPresent(problem -> refuse(problem));
        } catch (EOFException | ZipException e) {
            refuse(corrupt("line 0", e));
        }
    }

    /** Hadoop chooses a decompressor by the name alone. */
    private void refuseMisleadingName() throws IOException {
        if (new CompressionCodecFactory(file.hadoop().value()).getCodec(new Path(file.path())) != null) {
            refuse("name: expected one without the suffix of a compression, found plain text named " + file.name());
        }
    }

    private long countGzipLines() throws IOException {
        long count = 0;
        try (BufferedReader reader = gzipReader(file)) {
            while (reader.readLine() != null) {
                count++;
            }
            return count;
        } catch (EOFException | ZipException e) {
            throw new InputRefused(List.of(file.path() + ": " + corrupt("line " + count, e)));
        }
    }

    private static Iterator<String> gzipLines(InputFile file) throws IOException {
        BufferedReader reader = gzipReader(file);
        TaskContext.get().addTaskCompletionListener((TaskCompletionListener) task -> close(reader));
        return reader.lines().iterator();
    }

    private static BufferedReader gzipReader(InputFile file) throws IOException {
        return new BufferedReader(
                new InputStreamReader(new GZIPInputStream(file.open(), 1 << 16), StandardCharsets.UTF_8));
    }

    private static void close(BufferedReader reader) {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String corrupt(String field, IOException e) {
        return field + ": expected intact gzip data, found "
                + (e instanceof EOFException ? "the end of the file" : e.getMessage());
    }

    private void refuse(String problem) {
        throw new InputRefused(List.of(file.path() + ": " + problem));
    }
}
