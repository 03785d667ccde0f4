package numeral.train;

import java.util.Iterator;
import java.util.List;
import numeral.InputRefused;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** One network's way through minibatches in one thread: counts them, takes the time, and refuses a step that leaves no finite numbers. */
final class Pass {
    private final MultiLayerNetwork network;
    private final String place;
    private final TallyListener counter = new TallyListener();
    private int minibatches;
    private long dataNanos;
    private long computeNanos;

    /**
     * @param place what the minibatches belong to, for messages
     * @param seed seed of dropout
     */
    Pass(MultiLayerNetwork network, String place, long seed) {
        this.network = network;
        this.place = place;
        network.setListeners(counter);
        // dropout draws from the thread's generator, which opening a network has seeded with something else
        Nd4j.getRandom().setSeed(seed);
    }

    /** Trains all that the iterator has, and frees it. */
    void train(Iterator<? extends DataSet> source) {
        while (source.hasNext()) {
            long start = System.nanoTime();
            DataSet minibatch = source.next();
            dataNanos += System.nanoTime() - start;
            try (INDArray features = minibatch.getFeatures();
                    INDArray labels = minibatch.getLabels()) {
                train(minibatch);
            }
        }
    }

    void train(DataSet minibatch) {
        long start = System.nanoTime();
        network.fit(minibatch);
        minibatches++;
        requireFinite("loss", counter.tally().lossSum());
        // a rectifier can hide bad weights from the loss
        requireFinite("sum of the weights", network.params().sumNumber().doubleValue());
        computeNanos += System.nanoTime() - start;
    }

    Tally tally() {
        return counter.tally();
    }

    /** Seconds of preparing minibatches and of training them. */
    WorkTime time() {
        return new WorkTime(dataNanos, computeNanos);
    }

    private void requireFinite(String what, double value) {
        if (!Double.isFinite(value)) {
            throw new InputRefused(List.of("training diverged: the " + what + " is " + value + " in " + place
                    + ", minibatch " + minibatches + "; try a lower numeral.train.learning-rate"));
        }
    }
}
