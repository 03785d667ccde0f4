package numeral.idx;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The six element types of IDX. A double holds each of their values exactly. */
public enum ElementType {
    UBYTE(0x08, 1) {
        @Override
        public double get(ByteBuffer record, int element) {
            return record.get(element) & 0xFF;
        }

        @Override
        public void put(ByteBuffer record, int element, double value) {
            record.put(element, (byte) (int) value);
        }
    },
    BYTE(0x09, 1) {
        @Override
        public double get(ByteBuffer record, int element) {
            return record.get(element);
        }

        @Override
        public void put(ByteBuffer record, int element, double value) {
            record.put(element, (byte) value);
        }
    },
    SHORT(0x0B, 2) {
        @Override
        public double get(ByteBuffer record, int element) {
            return record.getShort(2 * element);
        }

        @Override
        public void put(ByteBuffer record, int element, double value) {
            record.putShort(2 * element, (short) value);
        }
    },
    INT(0x0C, 4) {
        @Override
        public double get(ByteBuffer record, int element) {
            return record.getInt(4 * element);
        }

        @Override
        public void put(ByteBuffer record, int element, double value) {
            record.putInt(4 * element, (int) value);
        }
    },
    FLOAT(0x0D, 4) {
        @Override
        public double get(ByteBuffer record, int element) {
            return record.getFloat(4 * element);
        }

        @Override
        public void put(ByteBuffer record, int element, double value) {
            record.putFloat(4 * element, (float) value);
        }
    },
    DOUBLE(0x0E, 8) {
        @Override
        public double get(ByteBuffer record, int element) {
            return record.getDouble(8 * element);
        }

        @Override
        public void put(ByteBuffer record, int element, double value) {
            record.putDouble(8 * element, value);
        }
    };

    private final int code;
    private final int bytes;

    ElementType(int code, int bytes) {
        this.code = code;
        this.bytes = bytes;
    }

    /** Third byte of the magic number. */
    public int code() {
        return code;
    }

    /** Size of one element in bytes. */
    public int bytes() {
        return bytes;
    }

    /** The given element of a record; the buffer is big-endian, as a new one is. */
    public abstract double get(ByteBuffer record, int element);

    /** Sets the given element of a record, converted as a Java cast converts. */
    public abstract void put(ByteBuffer record, int element, double value);

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ElementType> ofCode(int code) {
        return Arrays.stream(values()).filter(type -> type.code == code).findFirst();
    }
}
