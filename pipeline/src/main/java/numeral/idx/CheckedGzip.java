package numeral.idx;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** The JDK's gzip reader passes over garbage behind the last member in silence; this one can tell. */
final class CheckedGzip extends GZIPInputStream {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int TRAILER_BYTES = 8;

    private final InputStream file;

    CheckedGzip(InputStream file) throws IOException {
        super(file, BUFFER_BYTES);
        this.file = file;
    }

    /** Whether bytes follow that belong to no gzip member; to be asked at the end of the stream. */
    boolean hasGarbageBehind() throws IOException {
        return inf.getRemaining() > TRAILER_BYTES || file.read() >= 0;
    }
}
