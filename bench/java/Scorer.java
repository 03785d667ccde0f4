import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import numeral.network.Classifier;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Images a second, bytes in and logits out, of so many threads with a network each: arguments stock or a model file, digits, threads, seconds. */
public final class Scorer {
    private static final int BATCH = Classifier.DEFAULT_BATCH;

    private Scorer() {}

    public static void main(String[] arguments) throws Exception {
        RawDigits digits = RawDigits.read(arguments[1]);
        int threads = Integer.parseInt(arguments[2]);
        double seconds = Double.parseDouble(arguments[3]);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<Future<Double>> rates = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            rates.add(pool.submit(() -> Clock.perSecond(seconds, pass(arguments[0], digits))));
        }
        double batches = 0;
        for (Future<Double> rate : rates) {
            batches += rate.get();
        }
        pool.shutdown();
        Clock.print(batches * BATCH, 0);
    }

    private static Runnable pass(String model, RawDigits digits) throws Exception {
        if (model.equals("stock")) {
            Nd4j.getMemoryManager().togglePeriodicGc(false);
            MultiLayerNetwork network = StockNetwork.create();
            return () -> {
                try (INDArray features = digits.features(0, BATCH);
                        INDArray output = network.output(features, false)) {
                    output.data().asFloat();
                }
            };
        }
        Classifier classifier = Classifier.open(Files.readAllBytes(Path.of(model)));
        byte[][] images = new byte[BATCH][];
        for (int i = 0; i < BATCH; i++) {
            images[i] = digits.image(i);
        }
        return () -> classifier.logits(images);
    }
}
