package numeral.scan;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;

/** Opens archives of every kind, from storage or from memory; all that one opens draw on one budget. */
final class ArchiveOpener {
    private final ScanLimits limits;
    private final Budget budget;

    ArchiveOpener(ScanLimits limits) {
        this.limits = limits;
        this.budget = new Budget(limits);
    }

    /** The bytes of an archive, to be opened more than once. */
    @FunctionalInterface
    interface Bytes {
        SeekableByteChannel open();
    }

    /**
     * @param first first entry of a zip to read
     * @param last entry of a zip before which to stop
     */
    Entries open(Magic magic, Bytes bytes, long first, long last) throws ScanFault {
        return switch (magic) {
            case TAR -> TarEntries.plain(Channels.newInputStream(bytes.open()), limits, budget);
            case GZIP -> packedTar(Compression.GZIP, bytes);
            case BZIP2 -> packedTar(Compression.BZIP2, bytes);
            case XZ -> packedTar(Compression.XZ, bytes);
            case ZSTD -> packedTar(Compression.ZSTD, bytes);
            case SEVEN_ZIP -> SevenZipEntries.open(bytes.open(), limits, budget);
            default -> zip(bytes, first, last);
        };
    }

    private Entries packedTar(Compression compression, Bytes bytes) throws ScanFault {
        return TarEntries.packed(compression, Channels.newInputStream(bytes.open()), limits, budget);
    }

    private Entries zip(Bytes bytes, long first, long last) {
        try {
            return ZipEntries.open(bytes.open(), first, last, limits, budget);
        } catch (StorageException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            return new ZipStreamEntries(Channels.newInputStream(bytes.open()), ScanFault.words(e), limits, budget);
        }
    }
}
