package numeral.scan;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.util.Optional;

/** A file that is no archive, as the only entry of itself. */
final class SingleFile implements Entries {
    private final SeekableByteChannel channel;
    private final ScanLimits limits;
    private boolean read;

    SingleFile(SeekableByteChannel channel, ScanLimits limits) {
        this.channel = channel;
        this.limits = limits;
    }

    @Override
    public Optional<Entry> next() {
        if (read) {
            return Optional.empty();
        }
        read = true;
        try {
            EntryBytes.checkSizes(channel.size(), channel.size(), limits);
            return Optional.of(new Entry.Content("", EntryBytes.read(Channels.newInputStream(channel), limits), ""));
        } catch (ScanFault fault) {
            return Optional.of(new Entry.Refused("", fault));
        } catch (IOException e) {
            throw new StorageException("cannot read the file: " + ScanFault.words(e), e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
