package numeral.ingest;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.List;
import numeral.InputRefused;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.util.SerializableConfiguration;

/** A file on any Hadoop file system, to be opened on the driver or in a task. */
record InputFile(String path, SerializableConfiguration hadoop) implements Serializable {

    /** The last component of the path. */
    String name() {
        return new Path(path).getName();
    }

    long lengthBytes() throws IOException {
        try {
            return fileSystem().getFileStatus(new Path(path)).getLen();
        } catch (FileNotFoundException e) {
            throw new InputRefused(List.of(path + ": expected a file, found nothing of that name"));
        }
    }

    InputStream open() throws IOException {
        return openAt(0);
    }

    InputStream openAt(long offset) throws IOException {
        FSDataInputStream in = fileSystem().open(new Path(path));
        in.seek(offset);
        return in;
    }

    FileSystem fileSystem() throws IOException {
        return new Path(path).getFileSystem(hadoop.value());
    }
}
