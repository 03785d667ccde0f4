package numeral.jobs;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;

/** Small files on any Hadoop path. */
final class Files {
    private Files() {}

    static byte[] bytes(String file, Configuration hadoop) throws IOException {
        Path path = new Path(file);
        try (FSDataInputStream in = path.getFileSystem(hadoop).open(path)) {
            return in.readAllBytes();
        }
    }

    static String text(String file, Configuration hadoop) throws IOException {
        return new String(bytes(file, hadoop), StandardCharsets.UTF_8);
    }

    /** Writes the file, in place of one that was there. */
    static void write(String file, byte[] content, Configuration hadoop) throws IOException {
        Path path = new Path(file);
        try (OutputStream out = path.getFileSystem(hadoop).create(path, true)) {
            out.write(content);
        }
    }
}
