package numeral.scan;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** One image file directory of a TIFF (TIFF 6.0, section 2), as far as it has to be known before a page is decoded. */
final class TiffDirectory {
    private static final int FIELD_BYTES = 12;
    /** Bytes of one value of each field type, from type 0, which does not exist. */
    private static final int[] TYPE_BYTES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};

    private static final int BYTE = 1;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;
    private static final int IFD = 13;

    private static final int NEW_SUBFILE_TYPE = 254;
    private static final int IMAGE_WIDTH = 256;
    private static final int IMAGE_LENGTH = 257;
    private static final int BITS_PER_SAMPLE = 258;
    private static final int COMPRESSION = 259;
    private static final int PHOTOMETRIC_INTERPRETATION = 262;
    private static final int FILL_ORDER = 266;
    private static final int STRIP_OFFSETS = 273;
    private static final int SAMPLES_PER_PIXEL = 277;
    private static final int ROWS_PER_STRIP = 278;
    private static final int STRIP_BYTE_COUNTS = 279;
    private static final int X_RESOLUTION = 282;
    private static final int T6_OPTIONS = 293;
    private static final int RESOLUTION_UNIT = 296;
    private static final int TILE_WIDTH = 322;
    private static final int TILE_LENGTH = 323;
    private static final int TILE_OFFSETS = 324;
    private static final int TILE_BYTE_COUNTS = 325;

    private static final int REDUCED_RESOLUTION = 1;
    private static final int TRANSPARENCY_MASK = 4;
    private static final int GROUP_4 = 4;
    private static final int WHITE_IS_ZERO = 0;
    private static final int BLACK_IS_ZERO = 1;
    private static final int INCH = 2;
    private static final int CENTIMETRE = 3;
    private static final double CM_PER_INCH = 2.54;

    private final ByteBuffer file;
    private final int start;
    private final int count;
    private final long next;

    private TiffDirectory(ByteBuffer file, int start, int count, long next) {
        this.file = file;
        this.start = start;
        this.count = count;
        this.next = next;
    }

    /** Finds the directory at an offset; refuses one that does not lie inside the file. */
    static TiffDirectory at(ByteBuffer file, long offset) throws ScanFault {
        if (offset > file.limit() - 2) {
            throw new ScanFault(ScanStatus.TRUNCATED, "TIFF ends before its directory at byte " + offset);
        }
        int start = (int) offset + 2;
        int count = file.getShort((int) offset) & 0xffff;
        long end = start + (long) count * FIELD_BYTES;
        if (end + 4 > file.limit()) {
            throw new ScanFault(ScanStatus.TRUNCATED, "TIFF ends inside its directory at byte " + offset);
        }
        return new TiffDirectory(file, start, count, Integer.toUnsignedLong(file.getInt((int) end)));
    }

    /** A field whose values lie inside the file. */
    private record Field(int type, long count, int offset) {}

    /** Offset of the next directory; 0 behind the last. */
    long next() {
        return next;
    }

    /** Reads the fields; refuses values, strips and tiles that do not lie inside the file. */
    PageHeader header() throws ScanFault {
        Map<Integer, Field> fields = fields();
        if ((value(fields, NEW_SUBFILE_TYPE, 0) & (REDUCED_RESOLUTION | TRANSPARENCY_MASK)) != 0) {
            throw new ScanFault(ScanStatus.SKIPPED_JUNK, "thumbnail or mask of another page");
        }
        checkParts(fields.get(STRIP_OFFSETS), fields.get(STRIP_BYTE_COUNTS));
        checkParts(fields.get(TILE_OFFSETS), fields.get(TILE_BYTE_COUNTS));
        // Tiles are decoded whole, so a page is as large as its tiles.
        return new PageHeader(
                Math.max(value(fields, IMAGE_WIDTH, 0), value(fields, TILE_WIDTH, 0)),
                Math.max(value(fields, IMAGE_LENGTH, 0), value(fields, TILE_LENGTH, 0)),
                value(fields, SAMPLES_PER_PIXEL, 1) * value(fields, BITS_PER_SAMPLE, 1),
                declaredDpi(fields),
                List.of());
    }

    /** The page where it is one in Group 4 as scanners write it: one bit a pixel, the first in the highest bit, in strips, nothing uncompressed. */
    Optional<Group4Page> group4() throws ScanFault {
        Map<Integer, Field> fields = fields();
        Field offsets = fields.get(STRIP_OFFSETS);
        Field counts = fields.get(STRIP_BYTE_COUNTS);
        long photometric = value(fields, PHOTOMETRIC_INTERPRETATION, -1);
        if (value(fields, COMPRESSION, 0) != GROUP_4
                || value(fields, BITS_PER_SAMPLE, 1) != 1
                || value(fields, SAMPLES_PER_PIXEL, 1) != 1
                || value(fields, FILL_ORDER, 1) != 1
                || value(fields, T6_OPTIONS, 0) != 0
                || (photometric != WHITE_IS_ZERO && photometric != BLACK_IS_ZERO)
                || fields.containsKey(TILE_OFFSETS)
                || offsets == null
                || counts == null
                || offsets.count() != counts.count()) {
            return Optional.empty();
        }
        long width = value(fields, IMAGE_WIDTH, 0);
        long height = value(fields, IMAGE_LENGTH, 0);
        long rowsPerStrip = Math.min(height, value(fields, ROWS_PER_STRIP, height));
        if (width * height == 0 || rowsPerStrip == 0 || (height + rowsPerStrip - 1) / rowsPerStrip != offsets.count()) {
            return Optional.empty();
        }
        List<Group4Page.Strip> strips = IntStream.range(0, (int) offsets.count())
                .mapToObj(i -> new Group4Page.Strip((int) value(offsets, i), (int) value(counts, i)))
                .toList();
        return Optional.of(
                new Group4Page((int) width, (int) height, (int) rowsPerStrip, strips, photometric == WHITE_IS_ZERO));
    }

    private Map<Integer, Field> fields() throws ScanFault {
        Map<Integer, Field> fields = new HashMap<>();
        for (int at = start; at < start + count * FIELD_BYTES; at += FIELD_BYTES) {
            int tag = file.getShort(at) & 0xffff;
            int type = file.getShort(at + 2) & 0xffff;
            long values = Integer.toUnsignedLong(file.getInt(at + 4));
            long bytes = type < TYPE_BYTES.length ? values * TYPE_BYTES[type] : 0;
            long where = bytes <= 4 ? at + 8 : Integer.toUnsignedLong(file.getInt(at + 8));
            if (where + bytes > file.limit()) {
                throw new ScanFault(ScanStatus.TRUNCATED, "TIFF ends before the values of its field " + tag);
            }
            fields.put(tag, new Field(type, values, (int) where));
        }
        return fields;
    }

    private void checkParts(Field offsets, Field counts) throws ScanFault {
        if (offsets == null || counts == null) {
            return;
        }
        for (int i = 0; i < Math.min(offsets.count(), counts.count()); i++) {
            if (value(offsets, i) + value(counts, i) > file.limit()) {
                throw new ScanFault(ScanStatus.TRUNCATED, "TIFF ends inside strip or tile " + i + " of the page");
            }
        }
    }

    private OptionalDouble declaredDpi(Map<Integer, Field> fields) {
        Field resolution = fields.get(X_RESOLUTION);
        long unit = value(fields, RESOLUTION_UNIT, INCH);
        if (resolution == null || resolution.type() != RATIONAL || (unit != INCH && unit != CENTIMETRE)) {
            return OptionalDouble.empty();
        }
        double dots = Integer.toUnsignedLong(file.getInt(resolution.offset()))
                / (double) Integer.toUnsignedLong(file.getInt(resolution.offset() + 4));
        return dots > 0 && dots < Double.POSITIVE_INFINITY
                ? OptionalDouble.of(unit == INCH ? dots : dots * CM_PER_INCH)
                : OptionalDouble.empty();
    }

    private long value(Map<Integer, Field> fields, int tag, long otherwise) {
        Field field = fields.get(tag);
        return field == null || field.count() == 0 ? otherwise : value(field, 0);
    }

    private long value(Field field, int index) {
        return switch (field.type()) {
            case BYTE -> file.get(field.offset() + index) & 0xff;
            case SHORT -> file.getShort(field.offset() + 2 * index) & 0xffff;
            case LONG, IFD -> Integer.toUnsignedLong(file.getInt(field.offset() + 4 * index));
            default -> 0;
        };
    }
}
