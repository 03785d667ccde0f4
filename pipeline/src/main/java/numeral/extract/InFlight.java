package numeral.extract;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The page that one task is at, in a file that only a dead process leaves behind. So a page that kills its process is found: whatever was
 * in flight at a death is suspected and read again alone, when nothing else can be to blame.
 */
final class InFlight implements Closeable {
    private final FileSystem files;
    private final Path file;

    private InFlight(FileSystem files, Path file) {
        this.files = files;
        this.file = file;
    }

    /** For a task that reads many pages. */
    static InFlight among(String folder, Configuration hadoop) {
        return of(folder, "task-" + UUID.randomUUID(), hadoop);
    }

    /** For the only page that is read. */
    static InFlight alone(String folder, String page, Configuration hadoop) {
        return of(folder, "alone-" + UUID.nameUUIDFromBytes(page.getBytes(StandardCharsets.UTF_8)), hadoop);
    }

    private static InFlight of(String folder, String name, Configuration hadoop) {
        Path file = new Path(folder, name);
        return new InFlight(fileSystem(file, hadoop), file);
    }

    /** Keys of pages that were in flight when their process died; also those that live tasks are at. */
    static Set<String> suspects(String folder, Configuration hadoop) {
        Path path = new Path(folder);
        FileSystem files = fileSystem(path, hadoop);
        Set<String> keys = new TreeSet<>();
        try {
            for (FileStatus found : files.listStatus(path)) {
                read(files, found.getPath(), keys);
            }
        } catch (FileNotFoundException e) {
            return Set.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return keys;
    }

    private static void read(FileSystem files, Path file, Set<String> into) throws IOException {
        try (FSDataInputStream in = files.open(file)) {
            String key = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            // a death while it was written leaves it empty
            if (!key.isEmpty()) {
                into.add(key);
            }
        } catch (FileNotFoundException e) {
            // its task has come to its end meanwhile
        }
    }

    /** Whether a process died at this very file before. */
    boolean exists() {
        try {
            return files.exists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void enter(String page) {
        try (FSDataOutputStream out = files.create(file, true)) {
            out.write(page.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The task is through all of its pages. */
    @Override
    public void close() {
        try {
            files.delete(file, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileSystem fileSystem(Path path, Configuration hadoop) {
        try {
            return path.getFileSystem(hadoop);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
