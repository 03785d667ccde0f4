package numeral.scan;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file of a Hadoop file system as a read-only channel; its failures are {@link StorageException}s. */
final class StorageChannel implements SeekableByteChannel {
    private static final Logger LOG = LoggerFactory.getLogger(StorageChannel.class);
    private static final int CHUNK_BYTES = 1 << 16;

    private static final int ATTEMPTS = 3;
    private static final long FIRST_WAIT_MS = 50;

    private final Path path;
    private final Configuration hadoop;
    private final long size;
    private FSDataInputStream in;
    private long position;
    private boolean open = true;

    private StorageChannel(Path path, long size, Configuration hadoop) {
        this.path = path;
        this.size = size;
        this.hadoop = hadoop;
    }

    static StorageChannel open(Path path, long size, Configuration hadoop) {
        StorageChannel channel = new StorageChannel(path, size, hadoop);
        channel.attempt("cannot open " + path, () -> {
            channel.in = path.getFileSystem(hadoop).open(path);
            return 0;
        });
        return channel;
    }

    @Override
    public int read(ByteBuffer target) {
        // A corrupt archive points anywhere; beyond the end there is nothing to ask the storage for.
        if (position >= size) {
            return -1;
        }
        byte[] chunk = new byte[(int) Math.min(Math.min(target.remaining(), size - position), CHUNK_BYTES)];
        int n = attempt("cannot read " + path + " at byte " + position, () -> {
            if (in == null) {
                in = path.getFileSystem(hadoop).open(path);
            }
            try {
                return read(chunk);
            } catch (IOException e) {
                closeQuietly();
                throw e;
            }
        });
        target.put(chunk, 0, n);
        position += n;
        return n;
    }

    private int read(byte[] chunk) throws IOException {
        if (in.getPos() != position) {
            in.seek(position);
        }
        int n = in.read(chunk, 0, chunk.length);
        if (n < 0) {
            throw new EOFException("expected " + size + " bytes, found an end after " + position);
        }
        return n;
    }

    /** A connection that broke is opened again, some moments later; what is not there, or shorter than it was, will not come back. */
    private <T> T attempt(String what, Callable<T> action) {
        for (int attempt = 1; ; attempt++) {
            try {
                return action.call();
            } catch (FileNotFoundException | EOFException e) {
                throw new StorageException(what + ": " + ScanFault.words(e), e);
            } catch (Exception e) {
                if (attempt == ATTEMPTS) {
                    throw new StorageException(what + ": " + ScanFault.words(e), e);
                }
                LOG.warn("{}, attempt {}", what, attempt, e);
                pause(FIRST_WAIT_MS << 2 * attempt);
            }
        }
    }

    private static void pause(long ms) {
        try {
            Thread.sleep(ms);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting for the storage");
        }
    }

    /** The stream is given up because it failed: that it cannot even be closed says nothing new. */
    private void closeQuietly() {
        try {
            in.close();
        } catch (IOException e) {
            LOG.debug("cannot close {}", path, e);
        }
        in = null;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long newPosition) throws IOException {
        if (newPosition < 0) {
            throw new IOException("position " + newPosition + " before the start of the file");
        }
        position = newPosition;
        return this;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() throws IOException {
        open = false;
        if (in != null) {
            in.close();
        }
    }

    @Override
    public int write(ByteBuffer source) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long newSize) {
        throw new NonWritableChannelException();
    }
}
