package numeral.extract;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Rows as one array of bytes: kept results are read several times, mostly for the sake of something else, and an array is passed over where
 * objects would all be made.
 */
final class PackedRows implements Serializable {
    private static final long serialVersionUID = 1;

    private final byte[] bytes;

    private PackedRows(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Of rows of strings, whole numbers, doubles and bytes, none of them null. */
    static PackedRows of(List<Row> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(rows.size());
            for (Row row : rows) {
                out.writeByte(row.size());
                for (int i = 0; i < row.size(); i++) {
                    write(row.get(i), out);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new PackedRows(bytes.toByteArray());
    }

    List<Row> rows() {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int count = in.readInt();
            List<Row> rows = new ArrayList<>(count);
            for (int row = 0; row < count; row++) {
                Object[] values = new Object[in.readByte()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = read(in);
                }
                rows.add(RowFactory.create(values));
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Object value, DataOutputStream out) throws IOException {
        if (value instanceof String text) {
            out.writeByte('s');
            writeBytes(text.getBytes(StandardCharsets.UTF_8), out);
        } else if (value instanceof Integer number) {
            out.writeByte('i');
            out.writeInt(number);
        } else if (value instanceof Double number) {
            out.writeByte('d');
            out.writeDouble(number);
        } else if (value instanceof byte[] image) {
            out.writeByte('b');
            writeBytes(image, out);
        } else {
            throw new IllegalArgumentException("a row holds " + value);
        }
    }

    private static void writeBytes(byte[] bytes, DataOutputStream out) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static Object read(DataInputStream in) throws IOException {
        return switch (in.readByte()) {
            case 's' -> new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
            case 'i' -> in.readInt();
            case 'd' -> in.readDouble();
            default -> in.readNBytes(in.readInt());
        };
    }
}
