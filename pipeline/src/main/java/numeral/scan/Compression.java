package numeral.scan;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Compressions that a tar may come in, of one member or several one behind the other. */
enum Compression {
    GZIP("gzip") {
        @Override
        InputStream unpacked(InputStream in) throws IOException {
            return new GzipMembers(in);
        }
    },
    BZIP2("bzip2") {
        @Override
        InputStream unpacked(InputStream in) throws IOException {
            return new BZip2CompressorInputStream(in, true);
        }
    },
    XZ("xz") {
        @Override
        InputStream unpacked(InputStream in) throws IOException {
            return new XZCompressorInputStream(in, true, MOST_MEMORY_KIB);
        }
    },
    ZSTD("Zstandard") {
        @Override
        InputStream unpacked(InputStream in) throws IOException {
            return new ZstdInputStream(in);
        }
    };

    /** What a file may ask for its dictionary; the highest preset of xz takes 65 MiB. */
    static final int MOST_MEMORY_KIB = 512 * 1024;

    private final String title;

    Compression(String title) {
        this.title = title;
    }

    /** The content; fails, here or later, where the bytes are damaged or end too soon. */
    abstract InputStream unpacked(InputStream in) throws IOException;

    String title() {
        return title;
    }
}
