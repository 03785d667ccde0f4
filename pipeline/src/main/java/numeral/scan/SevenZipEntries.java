package numeral.scan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.Optional;
import org.apache.commons.compress.MemoryLimitException;
import org.apache.commons.compress.PasswordRequiredException;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;

/**
 * Entries of a 7z in the order in which they lie in the file: many of them may share one compressed block, so there is no other order that
 * unpacks it only once. Its directory lies at the end, so a 7z cut short is unreadable.
 */
final class SevenZipEntries implements Entries {
    private final SevenZFile file;
    private final ScanLimits limits;
    private final Budget budget;
    private final Numbering names = new Numbering();
    /** Why the block that holds the current entry could not be opened; the library opens it once and not again for its other entries. */
    private Optional<ScanFault> closedBlock = Optional.empty();

    private int next;
    private boolean over;

    private SevenZipEntries(SevenZFile file, ScanLimits limits, Budget budget) {
        this.file = file;
        this.limits = limits;
        this.budget = budget;
    }

    static Entries open(SeekableByteChannel channel, ScanLimits limits, Budget budget) throws ScanFault {
        try {
            SevenZFile file = SevenZFile.builder()
                    .setSeekableByteChannel(channel)
                    .setMaxMemoryLimitKiB(Compression.MOST_MEMORY_KIB)
                    .get();
            return new SevenZipEntries(file, limits, budget);
        } catch (StorageException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw fault(e, ScanStatus.ARCHIVE_UNREADABLE);
        }
    }

    @Override
    public Optional<Entry> next() {
        while (!over) {
            Optional<SevenZArchiveEntry> entry = advance();
            if (entry.isEmpty()) {
                break;
            }
            if (!entry.get().isDirectory() && !entry.get().isAntiItem()) {
                return Optional.of(read(entry.get()));
            }
        }
        over = true;
        return Optional.empty();
    }

    private Optional<SevenZArchiveEntry> advance() {
        int index = next++;
        Iterable<SevenZArchiveEntry> entries = file.getEntries();
        try {
            return Optional.ofNullable(file.getNextEntry());
        } catch (StorageException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            closedBlock = Optional.of(fault(e, ScanStatus.CRC_MISMATCH));
            int at = 0;
            for (SevenZArchiveEntry entry : entries) {
                if (at++ == index) {
                    return Optional.of(entry);
                }
            }
            return Optional.empty();
        }
    }

    private Entry read(SevenZArchiveEntry entry) {
        String name = names.numbered(entry.getName() == null ? "" : entry.getName());
        try {
            budget.countEntry();
            Optional<ScanFault> byName = EntryNames.fault(name);
            if (byName.isPresent()) {
                throw byName.get();
            }
            EntryBytes.checkSizes(0, entry.getSize(), limits);
            return new Entry.Content(name, entry.hasStream() ? unpack() : new byte[0], "");
        } catch (Budget.Exceeded e) {
            over = true;
            return new Entry.Refused("", new ScanFault(ScanStatus.BOMB_SUSPECTED, e.getMessage()));
        } catch (ScanFault fault) {
            return new Entry.Refused(name, fault);
        }
    }

    private byte[] unpack() throws ScanFault, Budget.Exceeded {
        try {
            byte[] bytes = EntryBytes.read(budget.counted(new Current(file)), limits);
            closedBlock = Optional.empty();
            return bytes;
        } catch (Budget.Exceeded | StorageException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw closedBlock.orElseGet(() -> fault(e, ScanStatus.CRC_MISMATCH));
        }
    }

    private static ScanFault fault(Exception e, ScanStatus otherwise) {
        if (e instanceof PasswordRequiredException) {
            return new ScanFault(ScanStatus.SKIPPED_ENCRYPTED, "7z with a password", e);
        }
        if (e instanceof MemoryLimitException) {
            return new ScanFault(ScanStatus.TOO_LARGE, ScanFault.words(e), e);
        }
        String words = ScanFault.words(e);
        return words.contains("nsupported compression method")
                ? new ScanFault(ScanStatus.UNSUPPORTED, words, e)
                : new ScanFault(otherwise, "cannot be unpacked: " + words, e);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** The current entry's bytes; the library checks their CRC-32 at their end. */
    private static final class Current extends InputStream {
        private final SevenZFile file;

        Current(SevenZFile file) {
            this.file = file;
        }

        @Override
        public int read() throws IOException {
            return file.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return file.read(target, offset, length);
        }
    }
}
