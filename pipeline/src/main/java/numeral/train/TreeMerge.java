package numeral.train;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.Partitioner;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;

/**
 * Merges the results of many workers. Few go straight to the driver; more are merged in groups on the executors first, level by level, so that the driver
 * and its network take in a bounded number. Each group is summed in the order of its workers: a repeat gives the same bits.
 */
final class TreeMerge {
    private final int fanIn;

    /** @param fanIn most results that are merged in one place, 2 or more */
    TreeMerge(int fanIn) {
        if (fanIn < 2) {
            throw new IllegalArgumentException("fan-in is " + fanIn + ", expected 2 or more");
        }
        this.fanIn = fanIn;
    }

    /** The merged result of partitions that hold one result each. */
    WorkerResult merge(JavaRDD<WorkerResult> results) {
        JavaRDD<WorkerResult> level = results;
        while (level.getNumPartitions() > fanIn) {
            level = mergeGroups(level);
        }
        return WorkerResult.merged(level.collect());
    }

    private JavaRDD<WorkerResult> mergeGroups(JavaRDD<WorkerResult> level) {
        return level.mapToPair(result -> new Tuple2<>(TaskContext.getPartitionId(), result))
                .repartitionAndSortWithinPartitions(new Groups(level.getNumPartitions(), fanIn))
                .values()
                .mapPartitions(TreeMerge::merged);
    }

    private static Iterator<WorkerResult> merged(Iterator<WorkerResult> group) {
        List<WorkerResult> results = new ArrayList<>();
        group.forEachRemaining(results::add);
        return List.of(WorkerResult.merged(results)).iterator();
    }

    /** Consecutive workers are one group. */
    private static final class Groups extends Partitioner {
        private final int groups;
        private final int size;

        Groups(int workers, int size) {
            this.groups = (workers + size - 1) / size;
            this.size = size;
        }

        @Override
        public int numPartitions() {
            return groups;
        }

        @Override
        public int getPartition(Object worker) {
            return (Integer) worker / size;
        }
    }
}
