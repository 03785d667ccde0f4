package numeral.scan;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** A JPEG by its segments up to the first scan. */
final class JpegFile {
    private static final int START_OF_SCAN = 0xda;
    private static final int END_OF_IMAGE = 0xd9;
    private static final int APP0_JFIF = 0xe0;
    private static final int APP14_ADOBE = 0xee;
    private static final double INCHES_PER_CM = 2.54;

    private final byte[] bytes;
    private PageHeader header;
    private OptionalDouble dpi = OptionalDouble.empty();
    private int channels;
    private boolean adobe;

    private JpegFile(byte[] bytes) {
        this.bytes = bytes;
    }

    static Document read(byte[] bytes) throws ScanFault {
        JpegFile file = new JpegFile(bytes);
        ByteBuffer in = ByteBuffer.wrap(bytes).position(2);
        int marker = 0;
        while (marker != START_OF_SCAN) {
            marker = marker(in);
            if (marker == END_OF_IMAGE) {
                throw new ScanFault(ScanStatus.CORRUPT_ENTRY, "JPEG without an image");
            }
            int length = in.remaining() < 2 ? 0 : in.getShort() & 0xffff;
            if (length < 2 || length - 2 > in.remaining()) {
                throw new ScanFault(ScanStatus.TRUNCATED, "JPEG ends inside its header");
            }
            file.segment(marker, in.slice(in.position(), length - 2));
            in.position(in.position() + length - 2);
        }
        if (file.header == null) {
            throw new ScanFault(ScanStatus.CORRUPT_ENTRY, "JPEG without a frame header");
        }
        PageHeader frame = file.header;
        return new OnePage(
                new PageHeader(frame.widthPx(), frame.heightPx(), frame.bitsPerPixel(), file.dpi, List.of()),
                file::decode);
    }

    private static int marker(ByteBuffer in) throws ScanFault {
        int b = 0xff;
        boolean first = true;
        while (b == 0xff) {
            if (!in.hasRemaining()) {
                throw new ScanFault(ScanStatus.TRUNCATED, "JPEG ends inside its header");
            }
            b = in.get() & 0xff;
            if (first && b != 0xff) {
                throw new ScanFault(ScanStatus.CORRUPT_ENTRY, "JPEG with no marker at byte " + (in.position() - 1));
            }
            first = false;
        }
        return b;
    }

    private void segment(int marker, ByteBuffer data) throws ScanFault {
        if (marker == APP0_JFIF && startsWith(data, "JFIF\0") && data.limit() >= 12) {
            double density = data.getShort(8) & 0xffff;
            int unit = data.get(7);
            if (density > 0 && (unit == 1 || unit == 2)) {
                dpi = OptionalDouble.of(unit == 1 ? density : density * INCHES_PER_CM);
            }
        } else if (marker == APP14_ADOBE && startsWith(data, "Adobe")) {
            adobe = true;
        } else if (isStartOfFrame(marker)) {
            frame(marker, data);
        }
    }

    private void frame(int marker, ByteBuffer data) throws ScanFault {
        if (data.limit() < 6) {
            throw new ScanFault(ScanStatus.CORRUPT_ENTRY, "JPEG frame header of " + data.limit() + " bytes");
        }
        int precision = data.get(0);
        int process = marker & 0x0f;
        if (process > 2 || precision != 8) {
            throw new ScanFault(
                    ScanStatus.UNSUPPORTED, "JPEG process SOF" + process + " with " + precision + " bits per sample");
        }
        channels = data.get(5) & 0xff;
        header = new PageHeader(
                data.getShort(3) & 0xffff, data.getShort(1) & 0xffff, 8L * channels, OptionalDouble.empty(), List.of());
    }

    /** SOF0 to SOF15, among which lie three markers of another kind. */
    private static boolean isStartOfFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private static boolean startsWith(ByteBuffer data, String tag) {
        if (data.limit() < tag.length()) {
            return false;
        }
        for (int i = 0; i < tag.length(); i++) {
            if (data.get(i) != tag.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private PageImage decode(StopSignal stop, List<String> warnings) throws IOException, ScanFault {
        List<String> heard = new ArrayList<>();
        PageImage image = JdkDecoder.JPEG.read(
                bytes,
                stop,
                heard::add,
                reader -> channels == 4
                        ? Grey.ofCmyk(reader.readRaster(0, null), adobe ? 0 : 255)
                        : Grey.of(reader.read(0)));
        for (String warning : heard) {
            judge(warning);
        }
        warnings.addAll(heard);
        return image;
    }

    /** The decoder fills what is missing with grey and only warns. */
    private static void judge(String warning) throws ScanFault {
        String words = warning.toLowerCase(Locale.ROOT);
        if (words.contains("premature end") || words.contains("truncated")) {
            throw new ScanFault(ScanStatus.TRUNCATED, warning);
        }
        if (words.contains("corrupt") && !words.contains("extraneous")) {
            throw new ScanFault(ScanStatus.CORRUPT_ENTRY, warning);
        }
    }
}
