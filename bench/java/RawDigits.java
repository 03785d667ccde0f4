import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** Digits from two raw files: 784 bytes an image, one byte a label. */
record RawDigits(byte[] images, byte[] labels) {
    static final int PIXELS = 784;

    static RawDigits read(String prefix) throws IOException {
        return new RawDigits(
                Files.readAllBytes(Path.of(prefix + "-images.u8")), Files.readAllBytes(Path.of(prefix + "-labels.u8")));
    }

    byte[] image(int index) {
        int from = index % labels.length * PIXELS;
        return java.util.Arrays.copyOfRange(images, from, from + PIXELS);
    }

    /** The first so many digits in minibatches. */
    List<DataSet> minibatches(int digits, int batch) {
        List<DataSet> minibatches = new ArrayList<>();
        for (int from = 0; from + batch <= digits; from += batch) {
            INDArray features = features(from, batch);
            INDArray classes = Nd4j.zeros(batch, 10);
            for (int row = 0; row < batch; row++) {
                classes.putScalar(row, labels[(from + row) % labels.length], 1);
            }
            minibatches.add(new DataSet(features, classes));
        }
        return minibatches;
    }

    INDArray features(int from, int rows) {
        float[] ink = new float[rows * PIXELS];
        for (int row = 0; row < rows; row++) {
            int start = (from + row) % labels.length * PIXELS;
            for (int pixel = 0; pixel < PIXELS; pixel++) {
                ink[row * PIXELS + pixel] = (images[start + pixel] & 0xff) / 255f;
            }
        }
        return Nd4j.createFromArray(ink).reshape(rows, PIXELS);
    }
}
