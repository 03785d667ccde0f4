package numeral.score;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.function.Supplier;
import numeral.network.Classifier;
import org.apache.spark.TaskContext;

/**
 * Opened networks of one executor: each is used by one task at a time and kept for the next, so that a model is opened once for each task slot and not
 * once for each partition. Idle networks of another model than the last one asked for are closed.
 */
final class ClassifierPool {
    private static final Deque<Pooled> IDLE = new ArrayDeque<>();

    private ClassifierPool() {}

    private record Pooled(Key key, Classifier classifier) {}

    /** What makes two networks interchangeable. */
    record Key(String sha256, int batchSize) implements Serializable {}

    /** A network for the current task, given back by itself when the task ends. */
    static Classifier borrow(Key key, Supplier<byte[]> modelFile) {
        Classifier classifier = idle(key);
        if (classifier == null) {
            classifier = Classifier.open(modelFile.get(), key.batchSize());
        }
        Pooled borrowed = new Pooled(key, classifier);
        TaskContext.get().<Void>addTaskCompletionListener(context -> {
            giveBack(borrowed);
            return null;
        });
        return classifier;
    }

    private static synchronized Classifier idle(Key key) {
        Classifier found = null;
        for (Iterator<Pooled> idle = IDLE.iterator(); idle.hasNext(); ) {
            Pooled next = idle.next();
            boolean same = next.key().equals(key);
            if (same && found == null) {
                found = next.classifier();
                idle.remove();
            } else if (!same) {
                next.classifier().close();
                idle.remove();
            }
        }
        return found;
    }

    private static synchronized void giveBack(Pooled borrowed) {
        IDLE.addLast(borrowed);
    }
}
