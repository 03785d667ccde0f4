import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import numeral.network.ModelFile;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Examples a second of {@code MultiLayerNetwork.fit} on some threads, each with a network of its own: what workers could do at most that averaged
 * nothing. Arguments: stock or a model file, digits, batch, seconds, threads.
 */
public final class PlainFit {
    private PlainFit() {}

    public static void main(String[] arguments) throws Exception {
        int batch = Integer.parseInt(arguments[2]);
        double seconds = Double.parseDouble(arguments[3]);
        List<DataSet> minibatches = RawDigits.read(arguments[1]).minibatches(100 * batch, batch);
        List<Callable<Double>> fits = new ArrayList<>();
        long parameters = 0;
        for (int thread = 0; thread < Integer.parseInt(arguments[4]); thread++) {
            MultiLayerNetwork network = network(arguments[0]);
            Iterator<DataSet> next = new Cycle(minibatches);
            fits.add(() -> Clock.perSecond(seconds, () -> network.fit(next.next())));
            parameters = network.numParams();
        }
        ExecutorService threads = Executors.newFixedThreadPool(fits.size());
        double batches = 0;
        for (Future<Double> fit : threads.invokeAll(fits)) {
            batches += fit.get();
        }
        threads.shutdown();
        Clock.print(batches * batch, parameters);
    }

    static MultiLayerNetwork network(String model) throws Exception {
        if (!model.equals("stock")) {
            return ModelFile.read(Files.readAllBytes(Path.of(model))).network();
        }
        // helpers stay off, as they are by default; the collector is kept away from both alike
        Nd4j.getMemoryManager().togglePeriodicGc(false);
        return StockNetwork.create();
    }

    /** Over and over again. */
    private static final class Cycle implements Iterator<DataSet> {
        private final List<DataSet> minibatches;
        private int done;

        Cycle(List<DataSet> minibatches) {
            this.minibatches = minibatches;
        }

        @Override
        public boolean hasNext() {
            return true;
        }

        @Override
        public DataSet next() {
            return minibatches.get(done++ % minibatches.size());
        }
    }
}
