package numeral.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import numeral.scan.Source;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.storage.StorageLevel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads all sources, whatever some page does to the process that reads it. The first attempt of a task keeps no record and costs nothing.
 * Later attempts, and a run whose driver died, record each page before they read it; a page found on record when its process has died is
 * put off, and at the end read alone. One that kills its process then too is marked and not tried again.
 */
final class Reading {
    private static final Logger LOG = LoggerFactory.getLogger(Reading.class);
    /** Tasks for each core, so that a slow archive does not hold up the others. */
    private static final int TASKS_A_CORE = 4;
    /** Spark gives a job up after some deaths of one task; each round beyond that finds some more pages that kill. */
    private static final int MOST_ROUNDS = 20;

    private final JavaSparkContext spark;
    private final ReadPages work;
    private final Configuration hadoop;

    Reading(JavaSparkContext spark, ReadPages work) {
        this.spark = spark;
        this.work = work;
        this.hadoop = work.hadoop().value();
    }

    /**
     * One result for each item of the inventory.
     *
     * @param rdd kept on the executors' disks until it is unpersisted, or on the storage where an executor died
     * @param items of the inventory
     * @param known those of them that earlier runs had read
     * @param release frees what is kept
     */
    record Results(JavaRDD<PageResult> rdd, long items, long known, Runnable release) {}

    Results results(List<Source> sources) {
        boolean died = startRecord();
        Results results = together(sources, died ? work.watchedAtOnce() : work);
        endRecord();
        return results;
    }

    private Results together(List<Source> sources, ReadPages firstWork) {
        long bytes = sources.stream().mapToLong(Source::bytes).sum();
        long wanted = Math.max(
                TASKS_A_CORE * spark.defaultParallelism(), bytes / work.limits().splitBytes());
        int tasks = (int) Math.max(1, Math.min(sources.size(), wanted));
        ReadPages round = firstWork;
        for (int rounds = 1; ; rounds++) {
            Set<String> before = InFlight.suspects(work.inFlight(), hadoop);
            JavaRDD<PageResult> results =
                    spark.parallelize(sources, tasks).mapPartitions(round).persist(StorageLevel.DISK_ONLY());
            try {
                // Once and for all: the queries to come run side by side and would each read the pages for themselves.
                Map<Class<?>, Long> counts =
                        results.<Class<?>>map(PageResult::getClass).countByValue();
                return putOffRead(results, counts);
            } catch (Exception e) {
                results.unpersist(false);
                boolean deaths = String.valueOf(e.getMessage()).contains("ExecutorLostFailure");
                if (!deaths
                        || rounds == MOST_ROUNDS
                        || InFlight.suspects(work.inFlight(), hadoop).equals(before)) {
                    throw e;
                }
                LOG.warn("pages kill their executors: reading goes on without those in flight", e);
                round = work.watchedAtOnce();
            }
        }
    }

    private Results putOffRead(JavaRDD<PageResult> results, Map<Class<?>, Long> counts) {
        long items = counts.values().stream().mapToLong(Long::longValue).sum();
        long known = counts.getOrDefault(PageResult.Known.class, 0L);
        if (!counts.containsKey(PageResult.PutOff.class)) {
            return new Results(results, items, known, () -> results.unpersist(false));
        }
        // On the storage: a page that is read alone may take the executor with it that holds the others.
        Path storage = new Path(work.inFlight() + "-others");
        spark.setCheckpointDir(storage.toString());
        JavaRDD<PageResult> others = results.filter(result -> !(result instanceof PageResult.PutOff));
        others.checkpoint();
        others.count();
        List<PageResult> alone = new ArrayList<>();
        for (PageResult result :
                results.filter(PageResult.PutOff.class::isInstance).collect()) {
            alone.addAll(alone((PageResult.PutOff) result));
        }
        return new Results(others.union(spark.parallelize(alone)), items, known, () -> {
            results.unpersist(false);
            delete(storage);
        });
    }

    private List<PageResult> alone(PageResult.PutOff page) {
        LOG.warn("a process died while {} was read: reading it alone", page.key());
        return spark.parallelize(List.of(page.source()), 1)
                .mapPartitions(work.alone(page.key()))
                .collect();
    }

    /** Whether the record of a process that died is there already. */
    private boolean startRecord() {
        Path folder = new Path(work.inFlight());
        try {
            FileSystem files = folder.getFileSystem(hadoop);
            return files.exists(folder) || !files.mkdirs(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void endRecord() {
        delete(new Path(work.inFlight()));
    }

    private void delete(Path folder) {
        try {
            folder.getFileSystem(hadoop).delete(folder, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
