package numeral.scan;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/** Takes one entry's bytes into memory, within the limits. */
final class EntryBytes {
    private EntryBytes() {}

    /** Reads to the end, or refuses an entry that goes on beyond the limit, whatever it declares. */
    static byte[] read(InputStream in, ScanLimits limits) throws IOException, ScanFault {
        int most = Math.toIntExact(limits.maxEntryUnpackedBytes());
        byte[] bytes;
        try {
            bytes = in.readNBytes(most + 1);
        } catch (OutOfMemoryError e) {
            throw new ScanFault(ScanStatus.OUT_OF_MEMORY, "no memory for the entry's bytes", e);
        }
        if (bytes.length > most) {
            throw new ScanFault(ScanStatus.BOMB_SUSPECTED, "unpacks to more than " + most + " bytes");
        }
        return bytes;
    }

    static void checkSizes(long packed, long unpacked, ScanLimits limits) throws ScanFault {
        if (packed > limits.maxEntryPackedBytes()) {
            throw new ScanFault(
                    ScanStatus.TOO_LARGE, packed + " bytes packed, allowed are " + limits.maxEntryPackedBytes());
        }
        if (unpacked > limits.maxEntryUnpackedBytes()) {
            throw new ScanFault(
                    ScanStatus.TOO_LARGE, unpacked + " bytes unpacked, allowed are " + limits.maxEntryUnpackedBytes());
        }
    }

    /** commons-compress leaves the comparison with the recorded CRC-32 to its caller. */
    static void checkCrc32(byte[] bytes, long expected) throws ScanFault {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        if (crc.getValue() != expected) {
            throw new ScanFault(
                    ScanStatus.CRC_MISMATCH,
                    String.format("expected CRC-32 %08x, found %08x", expected, crc.getValue()));
        }
    }
}
