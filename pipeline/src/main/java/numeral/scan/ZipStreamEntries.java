package numeral.scan;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;

/**
 * What can be recovered from a zip whose central directory is gone, most often because the file was cut short: entries by their local
 * headers from the front, then the archive itself as partial or unreadable.
 */
final class ZipStreamEntries implements Entries {
    private final ZipArchiveInputStream zip;
    private final InputStream unpacked;
    private final ScanLimits limits;
    private final Budget budget;
    private final Numbering names = new Numbering();
    private ScanFault end;
    private ZipArchiveEntry ahead;
    private long recovered;
    private boolean over;

    ZipStreamEntries(InputStream in, String damage, ScanLimits limits, Budget budget) {
        this.zip = new ZipArchiveInputStream(in, "UTF-8", true, true);
        this.unpacked = budget.counted(zip);
        this.limits = limits;
        this.budget = budget;
        this.end = new ScanFault(ScanStatus.ARCHIVE_PARTIAL, "no sound central directory: " + damage);
        advance();
    }

    @Override
    public Optional<Entry> next() {
        while (ahead != null) {
            ZipArchiveEntry entry = ahead;
            if (entry.isDirectory()) {
                advance();
                continue;
            }
            return Optional.of(read(entry));
        }
        if (over) {
            return Optional.empty();
        }
        over = true;
        ScanFault fault = recovered > 0 || end.status() == ScanStatus.BOMB_SUSPECTED
                ? end
                : new ScanFault(ScanStatus.ARCHIVE_UNREADABLE, end.getMessage());
        return Optional.of(new Entry.Refused("", fault));
    }

    private Entry read(ZipArchiveEntry entry) {
        String name = names.numbered(entry.getName());
        try {
            budget.countEntry();
            ZipEntryRules.check(entry, zip.canReadEntryData(entry), limits);
            byte[] bytes = inflate();
            // The checksum may stand behind the bytes: it is known once the stream has gone on.
            advance();
            return checked(name, bytes, entry.getCrc());
        } catch (Budget.Exceeded e) {
            stop(ScanStatus.BOMB_SUSPECTED, e.getMessage());
            return new Entry.Refused(name, end);
        } catch (ScanFault fault) {
            if (fault.status() == ScanStatus.TRUNCATED) {
                ahead = null;
            } else {
                skip(entry);
            }
            return new Entry.Refused(name, fault);
        }
    }

    private Entry checked(String name, byte[] bytes, long crc32) {
        try {
            if (crc32 != ZipArchiveEntry.CRC_UNKNOWN) {
                EntryBytes.checkCrc32(bytes, crc32);
            }
            recovered++;
            return new Entry.Content(name, bytes, "recovered from a damaged zip");
        } catch (ScanFault fault) {
            return new Entry.Refused(name, fault);
        }
    }

    private byte[] inflate() throws ScanFault, Budget.Exceeded {
        try {
            return EntryBytes.read(unpacked, limits);
        } catch (Budget.Exceeded | StorageException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new ScanFault(ScanStatus.TRUNCATED, "the archive ends or breaks inside: " + ScanFault.words(e), e);
        }
    }

    /** Skipping is unpacking, so it counts like reading. */
    private void skip(ZipArchiveEntry entry) {
        try {
            if (zip.canReadEntryData(entry)) {
                unpacked.transferTo(OutputStream.nullOutputStream());
            }
            advance();
        } catch (Budget.Exceeded e) {
            stop(ScanStatus.BOMB_SUSPECTED, e.getMessage());
        } catch (StorageException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            stop(ScanStatus.ARCHIVE_PARTIAL, broken(e));
        }
    }

    private void advance() {
        try {
            ahead = zip.getNextEntry();
        } catch (StorageException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            stop(ScanStatus.ARCHIVE_PARTIAL, broken(e));
        }
    }

    private String broken(Exception e) {
        return end.getMessage() + "; entries end with: " + ScanFault.words(e);
    }

    private void stop(ScanStatus status, String reason) {
        ahead = null;
        end = new ScanFault(status, reason);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
