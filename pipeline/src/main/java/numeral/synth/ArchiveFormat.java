package numeral.synth;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** How documents are put together. */
enum ArchiveFormat {
    ZIP(".zip") {
        @Override
        Archive create(FileSystem fileSystem, Path path) throws IOException {
            return new ZipArchive(new ZipOutputStream(fileSystem.create(path, true)));
        }
    },
    TAR_GZ(".tar.gz") {
        @Override
        Archive create(FileSystem fileSystem, Path path) throws IOException {
            return new TarArchive(new TarArchiveOutputStream(new GZIPOutputStream(fileSystem.create(path, true))));
        }
    },
    /** A plain folder of files. */
    FOLDER("") {
        @Override
        Archive create(FileSystem fileSystem, Path path) {
            return new Folder(fileSystem, path);
        }
    };

    private static final LocalDateTime EPOCH = LocalDateTime.of(2000, 1, 1, 0, 0);

    private final String suffix;

    ArchiveFormat(String suffix) {
        this.suffix = suffix;
    }

    String suffix() {
        return suffix;
    }

    abstract Archive create(FileSystem fileSystem, Path path) throws IOException;

    /** Takes documents one after the other; complete once closed. */
    interface Archive extends Closeable {
        void add(String entry, byte[] document) throws IOException;
    }

    private record ZipArchive(ZipOutputStream out) implements Archive {
        @Override
        public void add(String entry, byte[] document) throws IOException {
            ZipEntry header = new ZipEntry(entry);
            // the clock would make two runs of one seed differ
            header.setTimeLocal(EPOCH);
            out.putNextEntry(header);
            out.write(document);
            out.closeEntry();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    private record TarArchive(TarArchiveOutputStream out) implements Archive {
        @Override
        public void add(String entry, byte[] document) throws IOException {
            TarArchiveEntry header = new TarArchiveEntry(entry);
            header.setSize(document.length);
            header.setModTime(0);
            out.putArchiveEntry(header);
            out.write(document);
            out.closeArchiveEntry();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    private record Folder(FileSystem fileSystem, Path path) implements Archive {
        @Override
        public void add(String entry, byte[] document) throws IOException {
            try (OutputStream out = fileSystem.create(new Path(path, entry), true)) {
                out.write(document);
            }
        }

        @Override
        public void close() {
            // every file is complete already
        }
    }
}
