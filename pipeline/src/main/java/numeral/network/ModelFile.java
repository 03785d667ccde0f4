package numeral.network;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;

/**
 * A trained network as bytes: the zip that DeepLearning4J reads and writes, updater state included, with one entry more, {@code numeral.json}, for the
 * {@link ModelCard}. The same network and card give the same bytes.
 */
public final class ModelFile {
    private static final String CARD = "numeral.json";
    /** The entries there may be and how large each may become when unpacked, in bytes. */
    private static final Map<String, Integer> LIMITS = Map.of(
            CARD,
            1 << 20,
            ModelSerializer.CONFIGURATION_JSON,
            1 << 20,
            ModelSerializer.COEFFICIENTS_BIN,
            1 << 29,
            ModelSerializer.UPDATER_BIN,
            1 << 30);
    /** Entries carry the time of writing unless told otherwise. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

    private ModelFile() {}

    /** A network read from a model file, with what the file says about it. */
    public record Opened(MultiLayerNetwork network, ModelCard card) {}

    /** The model file of a network. */
    public static byte[] write(MultiLayerNetwork network, ModelCard card) {
        try {
            ByteArrayOutputStream plain = new ByteArrayOutputStream();
            ModelSerializer.writeModel(network, plain, true);
            Map<String, byte[]> entries = entries(plain.toByteArray());
            entries.put(CARD, card.toJson().getBytes(UTF_8));
            return zip(entries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The network of a model file, its native convolutions engaged.
     *
     * @throws IllegalArgumentException where the bytes are not a model file of this project, or name a class that may not be loaded
     */
    public static Opened read(byte[] modelFile) {
        FastPath.prepare();
        try {
            Map<String, byte[]> entries = entries(modelFile);
            byte[] card = entries.remove(CARD);
            byte[] configuration = entries.get(ModelSerializer.CONFIGURATION_JSON);
            if (card == null || configuration == null) {
                throw new IllegalArgumentException("not a model file: " + modelFile.length + " bytes with entries "
                        + entries.keySet() + (card == null ? " and no " + CARD : ""));
            }
            AllowedClasses.require(ModelSerializer.CONFIGURATION_JSON, new String(configuration, UTF_8));
            MultiLayerNetwork network =
                    ModelSerializer.restoreMultiLayerNetwork(new ByteArrayInputStream(zip(entries)), true);
            FastPath.require(network);
            return new Opened(network, ModelCard.fromJson(new String(card, UTF_8)));
        } catch (IOException e) {
            throw new IllegalArgumentException("not a model file: " + e.getMessage(), e);
        }
    }

    /** The bytes at a Hadoop path. */
    public static byte[] load(String path, Configuration hadoop) throws IOException {
        Path source = new Path(path);
        try (FSDataInputStream in = source.getFileSystem(hadoop).open(source)) {
            return in.readAllBytes();
        }
    }

    /** Writes a model file to a Hadoop path, replacing what is there. */
    public static void save(byte[] modelFile, String path, Configuration hadoop) throws IOException {
        Path target = new Path(path);
        try (OutputStream out = target.getFileSystem(hadoop).create(target, true)) {
            out.write(modelFile);
        }
    }

    /** SHA-256 of a model file, hexadecimal. */
    public static String sha256(byte[] modelFile) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(modelFile));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static Map<String, byte[]> entries(byte[] zip) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String name = entry.getName();
                // DeepLearning4J would deserialise Java objects from entries under other names
                if (!LIMITS.containsKey(name) || entries.containsKey(name)) {
                    throw new IllegalArgumentException("not a model file: holds the entry " + name
                            + ", expected each of " + new TreeSet<>(LIMITS.keySet()) + " once");
                }
                int limit = LIMITS.get(name);
                byte[] content = in.readNBytes(limit + 1);
                if (content.length > limit) {
                    throw new IllegalArgumentException(
                            "not a model file: the entry " + name + " unpacks to more than " + limit + " bytes");
                }
                entries.put(name, content);
            }
        }
        return entries;
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                ZipEntry header = new ZipEntry(entry.getKey());
                header.setTimeLocal(NO_TIME);
                out.putNextEntry(header);
                out.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }
}
