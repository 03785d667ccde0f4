import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import numeral.network.ModelFile;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** Examples a second of {@code MultiLayerNetwork.fit} on one thread: arguments stock or a model file, digits, batch, seconds. */
public final class PlainFit {
    private PlainFit() {}

    public static void main(String[] arguments) throws Exception {
        MultiLayerNetwork network = network(arguments[0]);
        int batch = Integer.parseInt(arguments[2]);
        List<DataSet> minibatches = RawDigits.read(arguments[1]).minibatches(100 * batch, batch);
        Iterator<DataSet> next = new Cycle(minibatches);
        double batches = Clock.perSecond(Double.parseDouble(arguments[3]), () -> network.fit(next.next()));
        Clock.print(batches * batch, network.numParams());
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
