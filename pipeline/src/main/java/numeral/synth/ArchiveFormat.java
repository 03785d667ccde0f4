package numeral.synth;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** How documents are put together. */
enum ArchiveFormat {
    ZIP(".zip") {
        @Override
        Archive to(OutputStream out) {
            return new ZipArchive(new ZipArchiveOutputStream(out));
        }
    },
    TAR(".tar") {
        @Override
        Archive to(OutputStream out) {
            return new TarArchive(new TarArchiveOutputStream(out));
        }
    },
    TAR_GZ(".tar.gz") {
        @Override
        Archive to(OutputStream out) throws IOException {
            return TAR.to(new GZIPOutputStream(out));
        }
    },
    TAR_BZ2(".tar.bz2") {
        @Override
        Archive to(OutputStream out) throws IOException {
            return TAR.to(new BZip2CompressorOutputStream(out));
        }
    },
    TAR_XZ(".tar.xz") {
        @Override
        Archive to(OutputStream out) throws IOException {
            // scans are compressed already: a higher preset takes its time for nothing
            return TAR.to(new XZCompressorOutputStream(out, 0));
        }
    },
    SEVEN_Z(".7z") {
        @Override
        Archive to(OutputStream out) throws IOException {
            return SevenZArchive.to(out);
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

    /** The format of that name: its suffix without the dot, or {@code folder}. */
    static ArchiveFormat of(String name) {
        return Arrays.stream(values())
                .filter(format -> format.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("expected archives of "
                        + Arrays.stream(values()).map(ArchiveFormat::toString).collect(Collectors.joining(", "))
                        + ", found '" + name + "'"));
    }

    String suffix() {
        return suffix;
    }

    Archive create(FileSystem fileSystem, Path path) throws IOException {
        return to(fileSystem.create(path, true));
    }

    /** Writes an archive of one file; closes the stream with it. */
    Archive to(OutputStream out) throws IOException {
        throw new UnsupportedOperationException(this + " is not one file");
    }

    @Override
    public String toString() {
        return suffix.isEmpty() ? "folder" : suffix.substring(1);
    }

    /** Takes documents one after the other; complete once closed. */
    interface Archive extends Closeable {
        void add(String entry, byte[] document) throws IOException;
    }

    private record ZipArchive(ZipArchiveOutputStream out) implements Archive {
        @Override
        public void add(String entry, byte[] document) throws IOException {
            ZipArchiveEntry header = new ZipArchiveEntry(entry);
            // the clock would make two runs of one seed differ
            header.setTimeLocal(EPOCH);
            out.putArchiveEntry(header);
            out.write(document);
            out.closeArchiveEntry();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    private record TarArchive(TarArchiveOutputStream out) implements Archive {
        @Override
        public void add(String entry, byte[] document) throws IOException {
            TarArchiveEntry header = new TarArchiveEntry(entry, true);
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
