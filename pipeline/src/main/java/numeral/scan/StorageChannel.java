package numeral.scan;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;

/** A file of a Hadoop file system as a read-only channel; its failures are {@link StorageException}s. */
final class StorageChannel implements SeekableByteChannel {
    private static final int CHUNK_BYTES = 1 << 16;

    private final Path path;
    private final FSDataInputStream in;
    private final long size;
    private long position;
    private boolean open = true;

    private StorageChannel(Path path, FSDataInputStream in, long size) {
        this.path = path;
        this.in = in;
        this.size = size;
    }

    static StorageChannel open(Path path, long size, Configuration hadoop) {
        try {
            return new StorageChannel(path, path.getFileSystem(hadoop).open(path), size);
        } catch (IOException e) {
            throw new StorageException("cannot open " + path + ": " + ScanFault.words(e), e);
        }
    }

    @Override
    public int read(ByteBuffer target) {
        // A corrupt archive points anywhere; beyond the end there is nothing to ask the storage for.
        if (position >= size) {
            return -1;
        }
        int wanted = (int) Math.min(Math.min(target.remaining(), size - position), CHUNK_BYTES);
        try {
            if (in.getPos() != position) {
                in.seek(position);
            }
            byte[] chunk = new byte[wanted];
            int n = in.read(chunk, 0, wanted);
            if (n < 0) {
                throw new IOException("expected " + size + " bytes, found an end after " + position);
            }
            target.put(chunk, 0, n);
            position += n;
            return n;
        } catch (IOException e) {
            throw new StorageException("cannot read " + path + " at byte " + position + ": " + ScanFault.words(e), e);
        }
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
        in.close();
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
