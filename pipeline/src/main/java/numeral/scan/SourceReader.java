package numeral.scan;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** Reads sources out of Hadoop file systems, inside a task. Bad content becomes items with a status; only the storage throws. */
public final class SourceReader {
    private final Configuration hadoop;
    private final ScanLimits limits;

    public SourceReader(Configuration hadoop, ScanLimits limits) {
        this.hadoop = hadoop;
        this.limits = limits;
    }

    /**
     * The items of a source, read as they are asked for: at most one decoded page, and one entry of each open archive, are held. To be
     * closed where it is not read to its end.
     *
     * @throws StorageException where the file cannot be opened or read; the iterator throws it too
     */
    public ItemIterator read(Source source, PageGate gate) {
        ArchiveOpener opener = new ArchiveOpener(limits);
        return new ItemIterator(source.input(), source.name(), entries(source, opener), opener, limits, gate);
    }

    /** {@link #read(Source, PageGate)} of every page. */
    public ItemIterator read(Source source) {
        return read(source, PageGate.OPEN);
    }

    private Entries entries(Source source, ArchiveOpener opener) {
        Optional<ScanFault> byName = EntryNames.fault(source.name());
        if (byName.isPresent()) {
            return OneEntry.refused(byName.get());
        }
        Path path = new Path(source.uri());
        Magic magic = Magic.of(head(path, source.bytes()), path.getName());
        if (magic.use() != Magic.Use.ARCHIVE) {
            return new SingleFile(StorageChannel.open(path, source.bytes(), hadoop), limits);
        }
        if (source.bytes() > limits.maxArchiveBytes()) {
            return OneEntry.refused(new ScanFault(
                    ScanStatus.TOO_LARGE, source.bytes() + " bytes, allowed are " + limits.maxArchiveBytes()));
        }
        try {
            return opener.open(
                    magic,
                    () -> StorageChannel.open(path, source.bytes(), hadoop),
                    source.firstEntry(),
                    source.lastEntry());
        } catch (ScanFault fault) {
            return OneEntry.refused(fault);
        }
    }

    private byte[] head(Path path, long bytes) {
        ByteBuffer head = ByteBuffer.allocate((int) Math.min(bytes, Magic.HEAD_BYTES));
        try (SeekableByteChannel channel = StorageChannel.open(path, bytes, hadoop)) {
            while (head.hasRemaining()) {
                channel.read(head);
            }
        } catch (IOException e) {
            throw new StorageException("cannot close " + path + ": " + ScanFault.words(e), e);
        }
        return Arrays.copyOf(head.array(), head.position());
    }
}
