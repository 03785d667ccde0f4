package numeral.scan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Entries of a sound zip, by its central directory, in the order in which they lie in the file. */
final class ZipEntries implements Entries {
    private static final int LOCAL_HEADER_BYTES = 30;

    private final ZipFile zip;
    private final List<ZipArchiveEntry> entries;
    private final ScanLimits limits;
    private final Budget budget;
    private final long last;
    private int next;

    private ZipEntries(ZipFile zip, long first, long last, ScanLimits limits, Budget budget) {
        this.zip = zip;
        this.entries = Collections.list(zip.getEntriesInPhysicalOrder());
        this.limits = limits;
        this.budget = budget;
        this.next = (int) Math.min(first, entries.size());
        this.last = Math.min(last, entries.size());
    }

    /** Opens the entries from {@code first} to before {@code last}; fails where there is no sound central directory. */
    static ZipEntries open(SeekableByteChannel channel, long first, long last, ScanLimits limits, Budget budget)
            throws IOException {
        return new ZipEntries(file(channel), first, last, limits, budget);
    }

    /** The channel as a zip; closes the channel where it is none. */
    static ZipFile file(SeekableByteChannel channel) throws IOException {
        return ZipFile.builder()
                .setSeekableByteChannel(channel)
                .setIgnoreLocalFileHeader(true)
                .get();
    }

    @Override
    public Optional<Entry> next() {
        if (entries.size() > limits.maxArchiveEntries() && next < last) {
            next = entries.size();
            return refusedWhole(
                    ScanStatus.TOO_LARGE, entries.size() + " entries, allowed are " + limits.maxArchiveEntries());
        }
        while (next < last && entries.get(next).isDirectory()) {
            next++;
        }
        if (next >= last) {
            return Optional.empty();
        }
        int index = next++;
        try {
            budget.countEntry();
            return Optional.of(read(index));
        } catch (Budget.Exceeded e) {
            next = entries.size();
            return refusedWhole(ScanStatus.BOMB_SUSPECTED, e.getMessage());
        }
    }

    private static Optional<Entry> refusedWhole(ScanStatus status, String reason) {
        return Optional.of(new Entry.Refused("", new ScanFault(status, reason)));
    }

    private Entry read(int index) throws Budget.Exceeded {
        ZipArchiveEntry entry = entries.get(index);
        String name = numbered(entry);
        try {
            ZipEntryRules.check(entry, zip.canReadEntryData(entry), limits);
            checkOverlap(index);
            byte[] bytes = inflate(entry);
            EntryBytes.checkCrc32(bytes, entry.getCrc());
            return new Entry.Content(name, bytes, "");
        } catch (ScanFault fault) {
            return new Entry.Refused(name, fault);
        }
    }

    private byte[] inflate(ZipArchiveEntry entry) throws ScanFault, Budget.Exceeded {
        try (InputStream in = budget.counted(zip.getInputStream(entry))) {
            return EntryBytes.read(in, limits);
        } catch (Budget.Exceeded | StorageException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // The archive is whole, so these bytes rotted; what cannot be unpacked cannot match its checksum either.
            throw new ScanFault(ScanStatus.CRC_MISMATCH, "cannot be unpacked: " + ScanFault.words(e), e);
        }
    }

    /** Bombs let many entries share the same packed bytes; sound zips never do. */
    private void checkOverlap(int index) throws ScanFault {
        if (index + 1 < entries.size()) {
            ZipArchiveEntry entry = entries.get(index);
            long end = entry.getLocalHeaderOffset() + LOCAL_HEADER_BYTES + entry.getCompressedSize();
            if (end > entries.get(index + 1).getLocalHeaderOffset()) {
                throw new ScanFault(ScanStatus.BOMB_SUSPECTED, "its bytes overlap those of the next entry");
            }
        }
    }

    /** The name, numbered from the second entry of the same name on; the same in whichever part of the zip it is read. */
    @SuppressWarnings("ReferenceEquality") // equal entries are still two
    private String numbered(ZipArchiveEntry entry) {
        int number = 1;
        for (ZipArchiveEntry namesake : zip.getEntries(entry.getName())) {
            if (namesake == entry) {
                break;
            }
            number++;
        }
        return Numbering.numbered(entry.getName(), number);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
