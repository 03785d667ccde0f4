import java.util.Locale;
import java.util.Random;
import numeral.network.FastPath;
import numeral.network.LearningRate;
import numeral.network.NetworkKind;
import numeral.network.NetworkSettings;
import numeral.network.Networks;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Examples a second of one network on one thread, printed as JSON: once with the native convolutions, once with DL4J's own, by argument. */
final class Throughput {
    private static final int BATCH = 64;
    private static final long WARM_NANOS = 3_000_000_000L;
    private static final long MEASURED_NANOS = 8_000_000_000L;

    private Throughput() {}

    public static void main(String[] arguments) {
        String convolutions = arguments[0];
        System.setProperty("org.eclipse.deeplearning4j.helpers.disable", Boolean.toString(convolutions.equals("stock")));
        FastPath.prepare();
        NetworkSettings settings =
                new NetworkSettings(NetworkKind.of(arguments[1]), 0, 0, 0, arguments.length > 2, 0, new LearningRate(0.001, LearningRate.Decay.CONSTANT, 1), 1);
        MultiLayerNetwork network = new MultiLayerNetwork(Networks.configuration(settings));
        network.init();
        if (convolutions.equals("native")) {
            FastPath.require(network);
        }
        float[] pixels = new float[BATCH * Networks.PIXELS];
        Random random = new Random(1);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = random.nextFloat();
        }
        INDArray images = Nd4j.createFromArray(pixels).reshape(BATCH, Networks.PIXELS);
        INDArray labels = Nd4j.zeros(BATCH, Networks.CLASSES);
        for (int row = 0; row < BATCH; row++) {
            labels.putScalar(row, row % Networks.CLASSES, 1);
        }
        double training = rate(() -> network.fit(images, labels));
        double scoring = rate(() -> network.output(images, false));
        System.out.printf(Locale.ROOT, "{\"training\":%.0f,\"scoring\":%.0f}%n", training, scoring);
        System.exit(0);
    }

    private static double rate(Runnable batch) {
        repeat(batch, WARM_NANOS);
        return repeat(batch, MEASURED_NANOS);
    }

    private static double repeat(Runnable batch, long nanos) {
        long start = System.nanoTime();
        long batches = 0;
        while (System.nanoTime() - start < nanos) {
            batch.run();
            batches++;
        }
        return batches * BATCH / ((System.nanoTime() - start) / 1e9);
    }
}
