package numeral.scan;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.OptionalDouble;

/** A Windows bitmap by its two headers. */
final class BmpFile {
    private static final int HEADERS_BYTES = 26;
    private static final int OLD_HEADER_BYTES = 12;
    private static final int UNPACKED = 0;
    private static final int BIT_FIELDS = 3;
    private static final double METRES_PER_INCH = 0.0254;

    private BmpFile() {}

    static Document read(byte[] bytes) throws ScanFault {
        return new OnePage(
                header(bytes),
                (stop, warnings) -> JdkDecoder.BMP.read(bytes, stop, warnings::add, reader -> Grey.of(reader.read(0))));
    }

    private static PageHeader header(byte[] bytes) throws ScanFault {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.length < HEADERS_BYTES) {
            throw inHeader();
        }
        int headerBytes = in.getInt(14);
        if (headerBytes == OLD_HEADER_BYTES) {
            return checked(in, in.getShort(18) & 0xffff, in.getShort(20), in.getShort(24) & 0xffff, UNPACKED);
        }
        if (headerBytes < 40) {
            throw new ScanFault(ScanStatus.UNSUPPORTED, "BMP with a header of " + headerBytes + " bytes");
        }
        if (bytes.length < 14 + 40) {
            throw inHeader();
        }
        return checked(in, in.getInt(18), in.getInt(22), in.getShort(28) & 0xffff, in.getInt(30));
    }

    private static ScanFault inHeader() {
        return new ScanFault(ScanStatus.TRUNCATED, "BMP ends inside its header");
    }

    /** @param height negative where the rows run from the top down */
    private static PageHeader checked(ByteBuffer in, long width, long height, int bits, int compression)
            throws ScanFault {
        if (compression > BIT_FIELDS) {
            throw new ScanFault(ScanStatus.UNSUPPORTED, "BMP compression " + compression);
        }
        long rowBytes = (width * bits + 31) / 32 * 4;
        boolean sized = compression == UNPACKED || compression == BIT_FIELDS;
        if (sized && Integer.toUnsignedLong(in.getInt(10)) + rowBytes * Math.abs(height) > in.limit()) {
            throw new ScanFault(ScanStatus.TRUNCATED, "BMP ends before its last row");
        }
        return new PageHeader(width, Math.abs(height), bits, dpi(in), List.of());
    }

    private static OptionalDouble dpi(ByteBuffer in) {
        int pixelsPerMetre = in.getInt(14) == OLD_HEADER_BYTES ? 0 : in.getInt(38);
        return pixelsPerMetre > 0 ? OptionalDouble.of(pixelsPerMetre * METRES_PER_INCH) : OptionalDouble.empty();
    }
}
