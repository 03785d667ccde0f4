package numeral.scan;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.zip.CRC32;

/** A PNG by its chunks; the JDK's reader looks neither at their checksums nor for the end. */
final class PngFile {
    private static final int SIGNATURE_BYTES = 8;
    private static final int CHUNK_FRAME_BYTES = 12;
    private static final int HEADER_BYTES = 13;
    private static final double METRES_PER_INCH = 0.0254;

    private PngFile() {}

    static Document read(byte[] bytes) throws ScanFault {
        ByteBuffer in = ByteBuffer.wrap(bytes).position(SIGNATURE_BYTES);
        OptionalDouble dpi = OptionalDouble.empty();
        List<String> warnings = new ArrayList<>();
        Optional<ByteBuffer> header = Optional.empty();
        String type = "";
        while (!type.equals("IEND")) {
            if (in.remaining() < CHUNK_FRAME_BYTES) {
                throw new ScanFault(ScanStatus.TRUNCATED, "PNG ends without its last chunk");
            }
            int start = in.position();
            int length = in.getInt();
            type = new String(bytes, in.position(), 4, StandardCharsets.ISO_8859_1);
            if (length < 0 || length > in.remaining() - 8) {
                throw new ScanFault(ScanStatus.TRUNCATED, "PNG ends inside chunk " + type + " at byte " + start);
            }
            checkCrc(in, type, length, warnings);
            ByteBuffer data = in.slice(start + 8, length);
            if (header.isEmpty() && !(type.equals("IHDR") && length == HEADER_BYTES)) {
                throw new ScanFault(ScanStatus.CORRUPT_ENTRY, "PNG starts with no header");
            } else if (header.isEmpty()) {
                header = Optional.of(data);
            } else if (type.equals("pHYs") && length == 9 && data.get(8) == 1) {
                dpi = dpi(Integer.toUnsignedLong(data.getInt(0)));
            }
            in.position(start + CHUNK_FRAME_BYTES + length);
        }
        return new OnePage(
                header(header.orElseThrow(), dpi, warnings),
                (stop, odd) -> JdkDecoder.PNG.read(bytes, stop, odd::add, reader -> Grey.of(reader.read(0))));
    }

    /** A damaged chunk that decoding needs is a fault, any other a warning; the capital letter of its type tells. */
    private static void checkCrc(ByteBuffer in, String type, int length, List<String> warnings) throws ScanFault {
        CRC32 crc = new CRC32();
        crc.update(in.slice(in.position(), 4 + length));
        int expected = in.getInt(in.position() + 4 + length);
        if ((int) crc.getValue() != expected) {
            String reason = String.format(
                    "PNG chunk %s: expected CRC-32 %08x, found %08x",
                    EntryNames.printable(type), expected, crc.getValue());
            if (Character.isUpperCase(type.charAt(0))) {
                throw new ScanFault(ScanStatus.CRC_MISMATCH, reason);
            }
            warnings.add(reason);
        }
    }

    private static PageHeader header(ByteBuffer data, OptionalDouble dpi, List<String> warnings) {
        int channels =
                switch (data.get(9)) {
                    case 2 -> 3;
                    case 4 -> 2;
                    case 6 -> 4;
                    default -> 1;
                };
        return new PageHeader(
                Integer.toUnsignedLong(data.getInt(0)),
                Integer.toUnsignedLong(data.getInt(4)),
                (long) channels * (data.get(8) & 0xff),
                dpi,
                warnings);
    }

    private static OptionalDouble dpi(long pixelsPerMetre) {
        return pixelsPerMetre == 0 ? OptionalDouble.empty() : OptionalDouble.of(pixelsPerMetre * METRES_PER_INCH);
    }
}
