package numeral.idx;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;
import numeral.idx.IdxProblem.Defect;

/**
 * Reads an IDX file record by record, raw or gzip, in constant memory.
 * Defects end in an {@link IdxException}; what the storage itself throws passes through unchanged.
 */
public final class IdxReader implements Closeable {
    private static final int BUFFER_BYTES = 1 << 16;

    private final String file;
    private final InputStream in;
    private final IdxHeader header;
    private long position;

    private IdxReader(String file, InputStream in, IdxHeader header, long position) {
        this.file = file;
        this.in = in;
        this.header = header;
        this.position = position;
    }

    /**
     * Reads the header. Takes over the stream, and closes it where this fails.
     *
     * @param file name for messages
     */
    public static IdxReader open(String file, InputStream stream) throws IOException {
        try {
            InputStream in = new BufferedInputStream(stream, BUFFER_BYTES);
            in.mark(2);
            boolean gzip = FileSignature.GZIP.matches(in.readNBytes(2));
            in.reset();
            if (gzip) {
                in = gunzip(file, in);
            }
            IdxHeader header = readHeader(file, in);
            return new IdxReader(file, in, header, 0);
        } catch (IOException | RuntimeException e) {
            try (stream) {
                throw e;
            }
        }
    }

    /** Goes on in a raw file whose header is known, with the stream standing at the beginning of the given record. */
    public static IdxReader resume(String file, InputStream stream, IdxHeader header, long record) {
        return new IdxReader(file, new BufferedInputStream(stream, BUFFER_BYTES), header, record);
    }

    public IdxHeader header() {
        return header;
    }

    /** Whether the file is gzip, by its first bytes; only a raw file can be entered in the middle. */
    public boolean isGzip() {
        return in instanceof CheckedGzip;
    }

    /**
     * Reads the next record.
     *
     * @param record receives {@link IdxHeader#recordBytes()} bytes, big-endian
     * @return false behind the last record, once the file is known to end there
     */
    public boolean next(byte[] record) throws IOException {
        if (record.length != header.recordBytes()) {
            throw new IllegalArgumentException(
                    file + ": buffer: expected " + header.recordBytes() + " bytes, found " + record.length);
        }
        if (position == header.records()) {
            refuseTrailingBytes();
            return false;
        }
        int count;
        try {
            count = in.readNBytes(record, 0, record.length);
        } catch (EOFException e) {
            throw new IdxException(header.truncated(file, position, "inside its gzip data"));
        } catch (ZipException e) {
            throw new IdxException(corrupt(file, "record " + position, e));
        }
        if (count < record.length) {
            throw new IdxException(header.truncated(
                    file, position, (header.offsetOf(position) + count) + " bytes" + (isGzip() ? " unpacked" : "")));
        }
        position++;
        return true;
    }

    /** Reads past the given number of records. */
    public void skip(long records) throws IOException {
        byte[] record = new byte[header.recordBytes()];
        for (long i = 0; i < records && next(record); i++) {}
    }

    private void refuseTrailingBytes() throws IOException {
        try {
            if (in.read() >= 0) {
                throw new IdxException(header.trailing(file, "more bytes"));
            }
        } catch (EOFException | ZipException e) {
            throw new IdxException(corrupt(file, "gzip trailer", e));
        }
        if (in instanceof CheckedGzip gzip && gzip.hasGarbageBehind()) {
            throw new IdxException(header.trailing(file, "more bytes behind the gzip data"));
        }
    }

    private static InputStream gunzip(String file, InputStream in) throws IOException {
        try {
            return new CheckedGzip(in);
        } catch (EOFException | ZipException e) {
            throw new IdxException(corrupt(file, "gzip header", e));
        }
    }

    private static IdxHeader readHeader(String file, InputStream in) throws IOException {
        try {
            return IdxHeader.read(file, in);
        } catch (EOFException | ZipException e) {
            throw new IdxException(corrupt(file, "gzip data", e));
        }
    }

    private static IdxProblem corrupt(String file, String field, IOException e) {
        return new IdxProblem(
                e instanceof EOFException ? Defect.TRUNCATED : Defect.CORRUPT_GZIP,
                file,
                field,
                "intact gzip data",
                e instanceof EOFException ? "the end of the file" : e.getMessage());
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
