package numeral.scan;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * Entries of a tar, plain or compressed, or of several tars one behind the other. What comes before a fault is kept; the fault itself ends
 * the entries as the archive, partial.
 */
final class TarEntries implements Entries {
    private static final int BLOCK_BYTES = 512;
    private static final int BUFFER_BYTES = 1 << 16;

    private final InputStream unpacked;
    private final ScanLimits limits;
    private final Budget budget;
    private final Numbering names = new Numbering();
    private MarkedTar tar;
    private ScanFault end;
    private long kept;
    private boolean over;

    private TarEntries(InputStream unpacked, ScanLimits limits, Budget budget) {
        // One block: decoders drop what they have when they fail, so reading ahead would cost whole entries before a
        // fault.
        this.unpacked = new BufferedInputStream(budget.counted(unpacked), BLOCK_BYTES);
        this.tar = new MarkedTar(this.unpacked);
        this.limits = limits;
        this.budget = budget;
    }

    static TarEntries plain(InputStream in, ScanLimits limits, Budget budget) {
        return new TarEntries(new BufferedInputStream(in, BUFFER_BYTES), limits, budget);
    }

    /** Fails where the first bytes are damaged, or what is packed is no tar. */
    static TarEntries packed(Compression compression, InputStream in, ScanLimits limits, Budget budget)
            throws ScanFault {
        try {
            InputStream unpacked = compression.unpacked(new BufferedInputStream(in, BUFFER_BYTES));
            TarEntries tar = new TarEntries(unpacked, limits, budget);
            byte[] head = tar.peek();
            if (!Magic.isTarHeader(head) && !isZero(head)) {
                throw new ScanFault(ScanStatus.UNSUPPORTED, compression.title() + " of something other than a tar");
            }
            return tar;
        } catch (StorageException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new ScanFault(ScanStatus.ARCHIVE_UNREADABLE, ScanFault.words(e), e);
        }
    }

    @Override
    public Optional<Entry> next() {
        try {
            while (!over && end == null) {
                TarArchiveEntry entry = tar.getNextEntry();
                if (entry == null) {
                    nextTar();
                } else if (!entry.isDirectory()) {
                    budget.countEntry();
                    return Optional.of(read(entry));
                }
            }
        } catch (Budget.Exceeded e) {
            end = new ScanFault(ScanStatus.BOMB_SUSPECTED, e.getMessage());
        } catch (StorageException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            end = damage(ScanFault.words(e));
        }
        if (over) {
            return Optional.empty();
        }
        over = true;
        return Optional.of(new Entry.Refused("", end));
    }

    private Entry read(TarArchiveEntry entry) throws Budget.Exceeded {
        String name = names.numbered(entry.getName());
        try {
            var byName = EntryNames.fault(entry.getName());
            if (byName.isPresent()) {
                throw byName.get();
            }
            if (isLinkOrDevice(entry)) {
                throw new ScanFault(ScanStatus.UNSUPPORTED, "link or device");
            }
            EntryBytes.checkSizes(0, entry.getSize(), limits);
            byte[] bytes = EntryBytes.read(tar, limits);
            kept++;
            return new Entry.Content(name, bytes, "");
        } catch (ScanFault fault) {
            return new Entry.Refused(name, fault);
        } catch (Budget.Exceeded | StorageException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            end = damage(ScanFault.words(e));
            return new Entry.Refused(
                    name,
                    new ScanFault(ScanStatus.TRUNCATED, "the archive ends or breaks inside: " + ScanFault.words(e), e));
        }
    }

    private static boolean isLinkOrDevice(TarArchiveEntry entry) {
        return entry.isLink()
                || entry.isSymbolicLink()
                || entry.isBlockDevice()
                || entry.isCharacterDevice()
                || entry.isFIFO();
    }

    /** Looks behind the end of one tar: padding, another tar, or a fault. */
    private void nextTar() throws IOException {
        if (!tar.ended()) {
            throw new IOException("no mark of the end of the tar");
        }
        byte[] block = peek();
        while (block.length > 0 && isZero(block)) {
            unpacked.skipNBytes(block.length);
            block = peek();
        }
        if (block.length == 0) {
            over = true;
        } else if (Magic.isTarHeader(block)) {
            tar = new MarkedTar(unpacked);
        } else {
            throw new IOException("trailing data behind the end of the tar");
        }
    }

    private byte[] peek() throws IOException {
        unpacked.mark(BLOCK_BYTES);
        byte[] block = unpacked.readNBytes(BLOCK_BYTES);
        unpacked.reset();
        return block;
    }

    private ScanFault damage(String reason) {
        return new ScanFault(kept > 0 ? ScanStatus.ARCHIVE_PARTIAL : ScanStatus.ARCHIVE_UNREADABLE, reason);
    }

    private static boolean isZero(byte[] block) {
        for (byte b : block) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        unpacked.close();
    }

    /** Knows whether the end was a mark of zeros or just the end of the bytes, which the library takes for the same. */
    private static final class MarkedTar extends TarArchiveInputStream {
        private boolean ended;

        MarkedTar(InputStream in) {
            super(in, BLOCK_BYTES, BLOCK_BYTES, "UTF-8");
        }

        @Override
        protected boolean isEOFRecord(byte[] block) {
            ended |= block != null && super.isEOFRecord(block);
            return super.isEOFRecord(block);
        }

        boolean ended() {
            return ended;
        }
    }
}
