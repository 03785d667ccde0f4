package numeral.train;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import numeral.train.Checkpoint.Best;

/** A checkpoint as bytes: a zip of {@code checkpoint.json} and the arrays of floats, big-endian. Its checksums tell a damaged one. */
final class CheckpointFile {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HEADER = "checkpoint.json";
    private static final String WEIGHTS = "weights";
    private static final String BEST = "best";
    private static final String AVERAGE = "average";

    private CheckpointFile() {}

    /** All but the arrays. */
    private record Header(
            Origin origin,
            List<EpochRow> rows,
            double seconds,
            int iteration,
            int bestEpoch,
            int bestIteration,
            double temperature) {}

    static byte[] write(Checkpoint checkpoint) {
        Best best = checkpoint.best();
        Header header = new Header(
                checkpoint.origin(),
                checkpoint.rows(),
                checkpoint.seconds(),
                checkpoint.weights().iteration(),
                best.epoch(),
                best.weights().iteration(),
                best.temperature());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            // trained floats do not get smaller
            zip.setLevel(Deflater.NO_COMPRESSION);
            put(zip, HEADER, JSON.writeValueAsBytes(header));
            put(zip, WEIGHTS, checkpoint.weights());
            put(zip, BEST, best.weights());
            put(zip, AVERAGE, bytes(checkpoint.average()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** @throws IOException where the bytes are not a checkpoint, or not a whole one */
    static Checkpoint read(byte[] file) throws IOException {
        Map<String, byte[]> entries = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        Header header = JSON.readValue(entry(entries, HEADER), Header.class);
        return new Checkpoint(
                header.origin,
                weights(entries, WEIGHTS, header.iteration),
                floats(entry(entries, AVERAGE)),
                header.rows,
                new Best(header.bestEpoch, weights(entries, BEST, header.bestIteration), header.temperature),
                header.seconds);
    }

    private static void put(ZipOutputStream zip, String name, Weights weights) throws IOException {
        put(zip, name + ".parameters", bytes(weights.parameters()));
        put(zip, name + ".updater", bytes(weights.updaterState()));
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
    }

    private static Weights weights(Map<String, byte[]> entries, String name, int iteration) throws IOException {
        return new Weights(
                floats(entry(entries, name + ".parameters")), floats(entry(entries, name + ".updater")), iteration);
    }

    private static byte[] entry(Map<String, byte[]> entries, String name) throws IOException {
        byte[] content = entries.get(name);
        if (content == null) {
            throw new IOException("no entry " + name);
        }
        return content;
    }

    private static byte[] bytes(float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }

    private static float[] floats(byte[] bytes) {
        float[] values = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
        return values;
    }
}
