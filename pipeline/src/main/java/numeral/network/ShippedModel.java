package numeral.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The trained network that comes with the library; docs/shipped-model.md is its model card. */
public final class ShippedModel {
    private static final String FILE = "shipped-model.zip";

    private ShippedModel() {}

    /** Its model file, for {@link Classifier#open(byte[])}. */
    public static byte[] file() {
        try (InputStream in = ShippedModel.class.getResourceAsStream(FILE)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the jar's own " + FILE, e);
        }
    }
}
