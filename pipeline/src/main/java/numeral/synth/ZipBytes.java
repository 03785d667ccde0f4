package numeral.synth;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Where things stand in a small sound zip (APPNOTE 6.3.10), so that they can be broken. */
final class ZipBytes {
    private static final int LOCAL_FLAGS = 6;
    // in a header of the central directory
    private static final int SIGNATURE = 0x02014b50;
    private static final int FLAGS = 8;
    private static final int PACKED_SIZE = 20;
    private static final int SIZE = 24;
    private static final int VARIABLE_LENGTHS = 28;
    private static final int OFFSET = 42;
    private static final int HEADER_BYTES = 46;
    // in the record behind it
    private static final int END_OFFSET = 16;
    private static final int END_BYTES = 22;

    private final ByteBuffer buffer;

    ZipBytes(byte[] zip) {
        buffer = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    }

    int dataStart(String entry) throws IOException {
        return Math.toIntExact(find(entry).getDataOffset());
    }

    int packedSize(String entry) throws IOException {
        return Math.toIntExact(find(entry).getCompressedSize());
    }

    /** Sets bits of the general purpose flags of an entry, in both its headers. */
    byte[] flag(String entry, int bits) throws IOException {
        int local = Math.toIntExact(find(entry).getLocalHeaderOffset());
        buffer.putShort(local + LOCAL_FLAGS, (short) (buffer.getShort(local + LOCAL_FLAGS) | bits));
        for (int at : directory()) {
            if (buffer.getInt(at + OFFSET) == local) {
                buffer.putShort(at + FLAGS, (short) (buffer.getShort(at + FLAGS) | bits));
            }
        }
        return buffer.array();
    }

    /** Puts other packed bytes into an entry; the directory then claims the size given. */
    byte[] replaceData(String entry, byte[] packed, int claimedSize) throws IOException {
        int local = Math.toIntExact(find(entry).getLocalHeaderOffset());
        int start = dataStart(entry);
        int end = start + packedSize(entry);
        int grown = packed.length - (end - start);
        for (int at : directory()) {
            int offset = buffer.getInt(at + OFFSET);
            if (offset == local) {
                buffer.putInt(at + PACKED_SIZE, packed.length).putInt(at + SIZE, claimedSize);
            } else if (offset > local) {
                buffer.putInt(at + OFFSET, offset + grown);
            }
        }
        int endRecord = buffer.limit() - END_BYTES;
        buffer.putInt(endRecord + END_OFFSET, buffer.getInt(endRecord + END_OFFSET) + grown);
        ByteArrayOutputStream out = new ByteArrayOutputStream(buffer.limit() + grown);
        out.write(buffer.array(), 0, start);
        out.write(packed);
        out.write(buffer.array(), end, buffer.limit() - end);
        return out.toByteArray();
    }

    private ZipArchiveEntry find(String entry) throws IOException {
        try (ZipFile file = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(buffer.array()))
                .get()) {
            return file.getEntry(entry);
        }
    }

    /** Where the headers of the central directory begin. */
    private List<Integer> directory() {
        List<Integer> headers = new ArrayList<>();
        int at = buffer.getInt(buffer.limit() - END_BYTES + END_OFFSET);
        while (buffer.getInt(at) == SIGNATURE) {
            headers.add(at);
            int variable = 0;
            for (int field = 0; field < 3; field++) {
                variable += buffer.getShort(at + VARIABLE_LENGTHS + 2 * field) & 0xFFFF;
            }
            at += HEADER_BYTES + variable;
        }
        return headers;
    }
}
