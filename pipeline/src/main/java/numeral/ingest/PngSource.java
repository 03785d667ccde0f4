package numeral.ingest;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import numeral.InputRefused;
import numeral.ingest.Outcome.Reason;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * PNG files in a folder for each digit. The driver lists names alone; each file is a source of its own, named by its path
 * within the folder, so that files added later leave all other keys as they are.
 */
final class PngSource implements Source {
    private static final int MAX_FILE_BYTES = 1 << 20;

    private final IngestSettings settings;
    private final InputFile folder;

    PngSource(IngestSettings settings, InputFile folder) {
        this.settings = settings;
        this.folder = folder;
    }

    @Override
    public Reading open(JavaSparkContext spark) throws IOException {
        List<String> names = list();
        if (names.isEmpty()) {
            throw new InputRefused(List.of(folder.path() + ": expected folders 0 to 9 of PNG files, found no file"));
        }
        InputFile folder = this.folder;
        int partitions = 1 + names.size() / settings.recordsPerPartition();
        JavaRDD<Outcome> outcomes = spark.parallelize(names, partitions).map(name -> read(folder, name));
        return new Reading(outcomes, names.size());
    }

    private List<String> list() throws IOException {
        FileSystem fileSystem = folder.fileSystem();
        Path root = fileSystem.makeQualified(new Path(folder.path()));
        List<String> names = new ArrayList<>();
        try {
            if (fileSystem.getFileStatus(root).isFile()) {
                throw new InputRefused(List.of(folder.path() + ": expected a folder, found a file"));
            }
            RemoteIterator<LocatedFileStatus> files = fileSystem.listFiles(root, true);
            while (files.hasNext()) {
                names.add(
                        root.toUri().relativize(files.next().getPath().toUri()).getPath());
            }
        } catch (FileNotFoundException e) {
            throw new InputRefused(List.of(folder.path() + ": expected a folder, found nothing of that name"));
        }
        Collections.sort(names);
        return names;
    }

    private static Outcome read(InputFile folder, String name) throws IOException {
        byte[] bytes;
        try (InputStream in = new InputFile(folder.path() + "/" + name, folder.hadoop()).open()) {
            bytes = in.readNBytes(MAX_FILE_BYTES + 1);
        }
        if (bytes.length > MAX_FILE_BYTES) {
            return Outcome.Refused.of(
                    name,
                    0,
                    Reason.FILE_SIZE,
                    "file: expected at most " + MAX_FILE_BYTES + " bytes, found more",
                    bytes);
        }
        if (!name.matches("[0-9]/[^/]+")) {
            return Outcome.Refused.of(
                    name,
                    0,
                    Reason.LABEL_FOLDER,
                    "path: expected DIGIT/FILE with a digit 0 to 9, found " + name,
                    bytes);
        }
        int label = name.charAt(0) - '0';
        try {
            return new Outcome.Digit(name, 0, PngDigit.decode(bytes), label, null);
        } catch (PngDigit.Unusable e) {
            return Outcome.Refused.of(name, 0, e.reason(), e.getMessage(), bytes);
        }
    }
}
