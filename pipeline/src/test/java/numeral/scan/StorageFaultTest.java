package numeral.scan;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A storage that fails half-way is an exception, never a corrupt page. */
class StorageFaultTest {
    @TempDir
    Path folder;

    /** Local files that cannot be read behind their first 600 bytes. */
    public static final class FailingFileSystem extends RawLocalFileSystem {
        @Override
        public FSDataInputStream open(org.apache.hadoop.fs.Path path, int bufferSize) throws IOException {
            FSDataInputStream in = super.open(path, bufferSize);
            return new FSDataInputStream(new FSInputStream() {
                @Override
                public int read() throws IOException {
                    if (in.getPos() >= 600) {
                        throw new IOException("connection reset");
                    }
                    return in.read();
                }

                @Override
                public int read(byte[] target, int offset, int length) throws IOException {
                    if (in.getPos() >= 600) {
                        throw new IOException("connection reset");
                    }
                    return in.read(target, offset, Math.min(length, 100));
                }

                @Override
                public void seek(long position) throws IOException {
                    in.seek(position);
                }

                @Override
                public long getPos() throws IOException {
                    return in.getPos();
                }

                @Override
                public boolean seekToNewSource(long position) {
                    return false;
                }
            });
        }
    }

    @Test
    void throwsAndNamesTheFile() throws Exception {
        byte[] noise = Samples.encode("png", "", Samples.noise(100, 100, 1));
        ScanFixture scan = new ScanFixture(folder);
        scan.write("p.png", noise);
        scan.write("a.zip", Packer.zip("p.png", noise));
        scan.write("a.tar", Packer.tar("p.png", noise));
        scan.write("a.tgz", Packer.gzip(Packer.tar("p.png", noise)));
        Configuration hadoop = new Configuration(false);
        hadoop.setClass("fs.file.impl", FailingFileSystem.class, FileSystem.class);
        hadoop.setBoolean("fs.file.impl.disable.cache", true);

        for (Source source : new Inventory(hadoop, scan.limits()).list(List.of(folder.toString()))) {
            assertThatThrownBy(() ->
                            new SourceReader(hadoop, scan.limits()).read(source).forEachRemaining(item -> {}))
                    .as(source.name())
                    .isInstanceOf(StorageException.class)
                    .hasMessageContainingAll(source.name(), "connection reset");
        }
    }

    @Test
    void throwsWhereTheFileIsGone() {
        Source gone = new Source("file:" + folder + "/gone.zip", "gone.zip", "", 10, 0, Source.WHOLE);
        SourceReader reader = new SourceReader(new Configuration(false), ScanFixture.limitsWith());

        assertThatThrownBy(() -> reader.read(gone))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("cannot open file:" + folder + "/gone.zip");
    }
}
