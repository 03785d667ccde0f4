package numeral.train;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;
import numeral.network.Networks;
import numeral.network.Pixels;
import org.nd4j.linalg.dataset.DataSet;

/**
 * The minibatches of one worker in one averaging round: a seeded shuffle of its shard, cut into batches, the last one as short as it falls, and the
 * batches dealt to the rounds in order. Over the rounds of an epoch every example comes exactly once.
 */
final class Minibatches implements Iterator<DataSet> {
    private final Shard shard;
    private final int batchSize;
    private final float smoothing;
    private final int[] order;
    private final int end;
    private final Augmenter augmenter;
    private int next;

    Minibatches(Shard shard, TrainPlan plan, Place place) {
        this.shard = shard;
        this.batchSize = plan.batchSize();
        this.smoothing = (float) plan.labelSmoothing();
        this.order = shuffled(shard.size(), Seeds.derive(plan.seed(), place.epoch(), place.worker()));
        long batches = (shard.size() + batchSize - 1L) / batchSize;
        this.next = start(batches, place.round(), place.rounds());
        this.end = start(batches, place.round() + 1, place.rounds());
        this.augmenter = new Augmenter(
                plan.augmentation().in(place.epoch(), plan.epochs()),
                Seeds.derive(plan.seed(), place.epoch(), place.worker(), place.round()));
    }

    /** One worker in one averaging round, of the epoch's {@code rounds}; the others count from 0. */
    record Place(int epoch, int round, int rounds, int worker) implements Serializable {}

    @Override
    public boolean hasNext() {
        return next < end;
    }

    @Override
    public DataSet next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the round has no minibatch left");
        }
        int rows = Math.min(batchSize, end - next);
        float[] features = new float[rows * Networks.PIXELS];
        float[] labels = new float[rows * Networks.CLASSES];
        Arrays.fill(labels, smoothing / Networks.CLASSES);
        for (int row = 0; row < rows; row++) {
            int example = order[next + row];
            int digit = shard.labels()[example];
            augmenter.apply(shard.images()[example], digit, features, row * Networks.PIXELS);
            labels[row * Networks.CLASSES + digit] += 1 - smoothing;
        }
        next += rows;
        return new DataSet(
                Pixels.matrix(features, rows, Networks.PIXELS), Pixels.matrix(labels, rows, Networks.CLASSES));
    }

    /** First example of a round: batches are dealt as evenly as they go. */
    private int start(long batches, int round, int rounds) {
        return (int) Math.min(batches * round / rounds * batchSize, shard.size());
    }

    private static int[] shuffled(int size, long seed) {
        int[] order = new int[size];
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < size; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
