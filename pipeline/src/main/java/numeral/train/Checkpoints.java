package numeral.train;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import numeral.InputRefused;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The checkpoints of training runs: a directory for each model, in it one file named after the last epoch that is in it. A file gets its name when it is
 * whole, and only then the one before it goes: whenever the driver is lost, a checkpoint is there.
 */
public final class Checkpoints {
    private static final String SUFFIX = ".checkpoint";

    private final Path directory;
    private final Configuration hadoop;

    /** @param directory any Hadoop path; made when missing */
    public Checkpoints(String directory, Configuration hadoop) {
        this.directory = new Path(directory);
        this.hadoop = hadoop;
    }

    /** Keeps a checkpoint in place of the one before it. */
    void keep(Checkpoint checkpoint) {
        Path folder = folder(checkpoint.origin().id());
        Path file = new Path(folder, String.format(Locale.ROOT, "%06d%s", checkpoint.epoch(), SUFFIX));
        Path part = new Path(folder, "writing.part");
        try {
            FileSystem files = folder.getFileSystem(hadoop);
            List<Path> old = whole(files, folder);
            try (OutputStream out = files.create(part, true)) {
                out.write(CheckpointFile.write(checkpoint));
            }
            files.delete(file, false);
            if (!files.rename(part, file)) {
                throw new IOException("cannot rename " + part);
            }
            for (Path path : old) {
                if (!path.getName().equals(file.getName())) {
                    files.delete(path, false);
                }
            }
        } catch (IOException e) {
            throw new InputRefused(List.of("checkpoint " + file + " cannot be written: " + e.getMessage()));
        }
    }

    /**
     * The last checkpoint of the run that trains a model.
     *
     * @throws InputRefused where there is none that can be read
     */
    Checkpoint find(String model) {
        Path folder = folder(model);
        try {
            FileSystem files = folder.getFileSystem(hadoop);
            Path last = whole(files, folder).stream()
                    .max(Comparator.comparing(Path::getName))
                    .orElseThrow(() -> new InputRefused(List.of(
                            "model " + model + " has no checkpoint in " + directory + "; known: " + known(files))));
            try (FSDataInputStream in = files.open(last)) {
                return CheckpointFile.read(in.readAllBytes());
            }
        } catch (IOException e) {
            throw new InputRefused(List.of("checkpoint of " + model + " in " + folder + " cannot be read: "
                    + e.getMessage() + "; train without --resume"));
        }
    }

    /** Removes what is kept for a model, if anything. */
    public void remove(String model) {
        Path folder = folder(model);
        try {
            folder.getFileSystem(hadoop).delete(folder, true);
        } catch (IOException e) {
            throw new InputRefused(List.of("checkpoint " + folder + " cannot be removed: " + e.getMessage()));
        }
    }

    private Path folder(String model) {
        if (!model.matches("[a-z]+-[0-9a-f]+")) {
            throw new InputRefused(
                    List.of("checkpoint '" + model + "': expected the id of a model, like cnn-0123456789ab"));
        }
        return new Path(directory, model);
    }

    private List<String> known(FileSystem files) {
        try {
            return files.exists(directory)
                    ? List.of(files.listStatus(directory)).stream()
                            .map(status -> status.getPath().getName())
                            .sorted()
                            .toList()
                    : List.of();
        } catch (IOException e) {
            throw new InputRefused(List.of("directory " + directory + " cannot be listed: " + e.getMessage()));
        }
    }

    private static List<Path> whole(FileSystem files, Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        if (files.exists(folder)) {
            for (FileStatus status : files.listStatus(folder)) {
                if (status.getPath().getName().endsWith(SUFFIX)) {
                    found.add(status.getPath());
                }
            }
        }
        return found;
    }
}
