package numeral.idx;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Writes an IDX file record by record; closing it with another number of records than the header says is an error. */
public final class IdxWriter implements Closeable {
    private final IdxHeader header;
    private final DataOutputStream out;
    private long written;

    /** Takes over the stream; wrap it in a GZIPOutputStream for a compressed file. */
    public IdxWriter(OutputStream stream, IdxHeader header) throws IOException {
        this.header = header;
        this.out = new DataOutputStream(new BufferedOutputStream(stream, 1 << 16));
        header.write(out);
    }

    /** @param record {@link IdxHeader#recordBytes()} bytes, big-endian */
    public void write(byte[] record) throws IOException {
        if (record.length != header.recordBytes()) {
            throw new IllegalArgumentException(
                    "record " + written + ": expected " + header.recordBytes() + " bytes, found " + record.length);
        }
        out.write(record);
        written++;
    }

    @Override
    public void close() throws IOException {
        try (out) {
            if (written != header.records()) {
                throw new IOException("records: expected " + header.records() + ", found " + written + " written");
            }
        }
    }
}
