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
 * Images in a folder for each digit: PNG of 28x28 pixels, or scans of any size that are normalised. The driver lists names alone; each file is a source of its own, named by its path
 * within the folder, so that files added later leave all other keys as they are.
 */
final class FolderSource implements Source {
    private static final int MAX_FILE_BYTES = 1 << 20;

    private final IngestSettings settings;
    private final InputFile folder;

    FolderSource(IngestSettings settings, InputFile folder) {
        this.settings = settings;
        this.folder = folder;
    }

    @Override
    public Reading open(JavaSparkContext spark) throws IOException {
        List<String> names = list();
        if (names.isEmpty()) {
            throw new InputRefused(List.of(folder.path() + ": expected folders 0 to 9 of images, found no file"));
        }
        InputFile folder = this.folder;
        IngestSettings settings = this.settings;
        int partitions = settings.normalise() ? Math.min(names.size(), 4 * spark.defaultParallelism()) : 1;
        JavaRDD<Outcome> outcomes = spark.parallelize(
                        names, Math.max(partitions, 1 + names.size() / settings.recordsPerPartition()))
                .map(name -> read(folder, name, settings));
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

    private static Outcome read(InputFile folder, String name, IngestSettings settings) throws IOException {
        InputFile file = new InputFile(folder.path() + "/" + name, folder.hadoop());
        if (!name.matches("[0-9]/[^/]+")) {
            return Outcome.Refused.of(
                    name,
                    0,
                    Reason.LABEL_FOLDER,
                    "path: expected DIGIT/FILE with a digit 0 to 9, found " + name,
                    head(file));
        }
        int label = name.charAt(0) - '0';
        return settings.normalise()
                ? new DigitImages(folder.hadoop().value(), settings.limits()).outcome(file.path(), name, label)
                : png(head(file), name, label);
    }

    private static Outcome png(byte[] bytes, String name, int label) {
        if (bytes.length > MAX_FILE_BYTES) {
            return Outcome.Refused.of(
                    name,
                    0,
                    Reason.FILE_SIZE,
                    "file: expected at most " + MAX_FILE_BYTES + " bytes, found more",
                    bytes);
        }
        try {
            return new Outcome.Digit(name, 0, PngDigit.decode(bytes), label, null);
        } catch (UnusableImage e) {
            return Outcome.Refused.of(name, 0, e.reason(), e.getMessage(), bytes);
        }
    }

    /** The whole file, or more than may be of it. */
    private static byte[] head(InputFile file) throws IOException {
        try (InputStream in = file.open()) {
            return in.readNBytes(MAX_FILE_BYTES + 1);
        }
    }
}
