package numeral.scan;

import java.io.IOException;
import javax.imageio.stream.ImageInputStreamImpl;

/** Bytes in memory for an image reader, without the cache that ImageIO's own streams keep in memory or on disk. */
final class ByteArrayImageInput extends ImageInputStreamImpl {
    private final byte[] bytes;
    private final StopSignal stop;

    ByteArrayImageInput(byte[] bytes, StopSignal stop) {
        this.bytes = bytes;
        this.stop = stop;
    }

    @Override
    public int read() throws IOException {
        prepare();
        return streamPos < bytes.length ? bytes[(int) streamPos++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        prepare();
        if (streamPos >= bytes.length) {
            return -1;
        }
        int n = (int) Math.min(length, bytes.length - streamPos);
        System.arraycopy(bytes, (int) streamPos, target, offset, n);
        streamPos += n;
        return n;
    }

    private void prepare() throws IOException {
        checkClosed();
        bitOffset = 0;
        if (stop.stopped()) {
            throw new IOException("stopped");
        }
    }

    @Override
    public long length() {
        return bytes.length;
    }
}
