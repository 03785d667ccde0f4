package numeral.scan;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The content of a gzip of one or several members (RFC 1952). Unlike the readers of the JDK and of commons-compress it hands out every byte
 * before a fault, and takes neither a wrong checksum nor trailing data for the end.
 */
final class GzipMembers extends InputStream {
    private static final int MAGIC = 0x8b1f;
    private static final int DEFLATE = 8;
    private static final int HEADER_CRC = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;

    private final byte[] packed = new byte[1 << 13];
    private final PushbackInputStream in;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private int filled;
    private boolean over;

    /** Fails where the first header is none. */
    GzipMembers(InputStream in) throws IOException {
        this.in = new PushbackInputStream(in, packed.length);
        startMember();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!over) {
            int n = inflate(target, offset, length);
            if (n > 0) {
                crc.update(target, offset, n);
                return n;
            }
            if (inflater.finished()) {
                endMember();
            } else if (inflater.needsInput()) {
                fill();
            } else {
                throw new IOException("gzip that asks for a dictionary");
            }
        }
        return -1;
    }

    private int inflate(byte[] target, int offset, int length) throws IOException {
        try {
            return inflater.inflate(target, offset, length);
        } catch (DataFormatException e) {
            throw new IOException("gzip is damaged: " + e.getMessage(), e);
        }
    }

    private void fill() throws IOException {
        filled = in.read(packed);
        if (filled < 0) {
            throw new EOFException("gzip ends inside its data");
        }
        inflater.setInput(packed, 0, filled);
    }

    private void startMember() throws IOException {
        if (littleEndian(2) != MAGIC || in.read() != DEFLATE) {
            throw new IOException("data that is no gzip");
        }
        int flags = oneByte();
        in.skipNBytes(6);
        if ((flags & EXTRA) != 0) {
            in.skipNBytes(littleEndian(2));
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CRC) != 0) {
            in.skipNBytes(2);
        }
    }

    private void endMember() throws IOException {
        int unused = inflater.getRemaining();
        in.unread(packed, filled - unused, unused);
        long expected = littleEndian(4);
        if (expected != crc.getValue()) {
            throw new IOException(String.format("gzip: expected CRC-32 %08x, found %08x", expected, crc.getValue()));
        }
        long size = littleEndian(4);
        if (size != (inflater.getBytesWritten() & 0xffffffffL)) {
            throw new IOException("gzip: expected " + size + " bytes, found " + inflater.getBytesWritten());
        }
        inflater.reset();
        crc.reset();
        int next = in.read();
        // Zeros are the padding of tapes and block devices.
        while (next == 0) {
            next = in.read();
        }
        if (next < 0) {
            over = true;
        } else {
            in.unread(next);
            startMember();
        }
    }

    private long littleEndian(int bytes) throws IOException {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= (long) oneByte() << (8 * i);
        }
        return value;
    }

    private int oneByte() throws IOException {
        int b = in.read();
        if (b < 0) {
            throw new EOFException("gzip ends inside a header or trailer");
        }
        return b;
    }

    private void skipText() throws IOException {
        int b = oneByte();
        while (b != 0) {
            b = oneByte();
        }
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }
}
