package numeral.network;

import java.util.Arrays;
import numeral.kernel.Lanes;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Digit images, 784 unsigned bytes each, as network input. */
public final class Pixels {
    private Pixels() {}

    /**
     * Ink in 0 to 1 as [rows, 784]. The caller closes the array.
     *
     * @param first row of the first image; the rows before it and after the last image are blank
     */
    static INDArray features(byte[][] images, int first, int rows) {
        float[] ink = new float[rows * Networks.PIXELS];
        for (int i = 0; i < images.length; i++) {
            require("image", images[i]);
            int start = (first + i) * Networks.PIXELS;
            for (int pixel = 0; pixel < Networks.PIXELS; pixel++) {
                ink[start + pixel] = (images[i][pixel] & 0xff) / 255f;
            }
        }
        return matrix(ink, rows, Networks.PIXELS);
    }

    /** Ink in 0 to 1 of some images side by side, [784, {@link Lanes#COUNT}]; lanes without an image are blank. */
    static void interleave(byte[][] images, int first, int count, float[] target) {
        Arrays.fill(target, 0);
        for (int lane = 0; lane < count; lane++) {
            byte[] image = images[first + lane];
            require("image", image);
            for (int pixel = 0; pixel < Networks.PIXELS; pixel++) {
                target[pixel * Lanes.COUNT + lane] = (image[pixel] & 0xff) / 255f;
            }
        }
    }

    /** Throws IllegalArgumentException, naming what it is, unless an image has 784 bytes. */
    public static void require(String what, byte[] image) {
        if (image.length != Networks.PIXELS) {
            throw new IllegalArgumentException(
                    what + " has " + image.length + " bytes, expected " + Networks.PIXELS + " (28 x 28)");
        }
    }

    /** A float matrix from its rows in one native copy. */
    public static INDArray matrix(float[] values, int rows, int columns) {
        INDArray matrix = Nd4j.createUninitialized(DataType.FLOAT, rows, columns);
        ((FloatPointer) matrix.data().pointer()).put(values);
        return matrix;
    }
}
