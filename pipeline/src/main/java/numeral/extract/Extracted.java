package numeral.extract;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import numeral.scan.ScanStatus;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;

/** What the inputs gave: rows ready to be published. Close it once they are; until then the results stay on the executors' disks. */
public final class Extracted implements AutoCloseable {
    private static final StructType TEMPLATES = StructType.fromDDL("run STRING, template STRING, json STRING");

    private final SparkSession spark;
    private final Reading.Results results;
    private final Earlier earlier;
    private final Dataset<Row> templates;
    private final Dataset<Row> duplicates;
    private final SortedMap<String, Long> byStatus = new TreeMap<>();

    /** @param forms JSON texts of the templates by their ids */
    Extracted(
            SparkSession spark, Reading.Results results, Earlier earlier, SortedMap<String, String> forms, String run) {
        this.spark = spark;
        this.results = results;
        this.earlier = earlier;
        this.templates = spark.createDataFrame(
                forms.entrySet().stream()
                        .map(form -> RowFactory.create(run, form.getKey(), form.getValue()))
                        .toList(),
                TEMPLATES);
        this.duplicates = duplicates(asRead()).persist(StorageLevel.MEMORY_AND_DISK());
        pages().groupBy("status")
                .count()
                .collectAsList()
                .forEach(row -> byStatus.put(row.getString(0), row.getLong(1)));
    }

    /** Rows of the table {@code pages}: one an item. */
    public Dataset<Row> pages() {
        Dataset<Row> pages = asRead();
        Column duplicate = col("original").isNotNull();
        Dataset<Row> marked = pages.join(broadcast(duplicates), pages.col("key").equalTo(col("duplicate")), "left")
                .withColumn(
                        "status",
                        when(duplicate, lit(ScanStatus.DUPLICATE.name())).otherwise(col("status")))
                .withColumn(
                        "reason",
                        when(duplicate, concat(lit("same bytes as "), col("original")))
                                .otherwise(col("reason")));
        for (String found : List.of("regions", "thumbnail")) {
            marked = marked.withColumn(found, when(duplicate, lit(null)).otherwise(col(found)));
        }
        return marked.drop("duplicate", "original");
    }

    /** Rows of the table {@code crops}; a duplicate page has none. */
    public Dataset<Row> crops() {
        Dataset<Row> now = spark.createDataFrame(
                results.rdd()
                        .flatMap(result -> result instanceof PageResult.Read read
                                ? read.crops().rows().iterator()
                                : Collections.<Row>emptyIterator()),
                PageRows.CROPS);
        Dataset<Row> crops = results.known() == 0 ? now : now.unionByName(earlier.cropsOf(knownNames()));
        return crops.join(broadcast(duplicates), crops.col("page").equalTo(col("duplicate")), "left_anti");
    }

    /** Rows of the table {@code templates}. */
    public Dataset<Row> templates() {
        return templates;
    }

    /** Items by status; every item counts once. */
    public SortedMap<String, Long> byStatus() {
        return byStatus;
    }

    /** Inventory items. */
    public long items() {
        return byStatus.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Items whose status counts as failed. */
    public long failed() {
        return byStatus.entrySet().stream()
                .filter(count -> ScanStatus.valueOf(count.getKey()).failed())
                .mapToLong(count -> count.getValue())
                .sum();
    }

    /** Items that earlier runs had read. */
    public long known() {
        return results.known();
    }

    /** Pages on which a form was found. */
    public long pagesRead() {
        return byStatus.getOrDefault(ScanStatus.OK.name(), 0L)
                + byStatus.getOrDefault(ScanStatus.OK_WITH_WARNINGS.name(), 0L);
    }

    @Override
    public void close() {
        duplicates.unpersist();
        results.release().run();
    }

    private Dataset<Row> asRead() {
        Dataset<Row> now = rowsOf(PageResult.Read.class, result -> ((PageResult.Read) result).page());
        return results.known() == 0 ? now : now.unionByName(earlier.pagesOf(knownNames()));
    }

    /** Pages that were read earlier, by their names. */
    private Dataset<Row> knownNames() {
        return rowsOf(PageResult.Known.class, result -> ((PageResult.Known) result).names());
    }

    private Dataset<Row> rowsOf(Class<? extends PageResult> kind, Function<PageResult, Row> row) {
        return spark.createDataFrame(results.rdd().filter(kind::isInstance).map(row), PageRows.PAGES);
    }

    /** Refuses to go on where an item has no row, or two. */
    void checkSum() {
        if (results.items() != items()) {
            throw new IllegalStateException("items of the inventory: " + results.items() + ", rows of pages: " + items()
                    + " (" + byStatus + ")");
        }
    }

    /** Pairs of a page's key and the first key with the same bytes, for pages that are not the first. */
    private static Dataset<Row> duplicates(Dataset<Row> pages) {
        Column read = col("status").isin(ScanStatus.OK.name(), ScanStatus.OK_WITH_WARNINGS.name());
        Dataset<Row> keys = pages.where(read.and(col("sha256").isNotNull()))
                .select(col("sha256"), col("page"), col("key").as("duplicate"));
        Dataset<Row> originals =
                keys.groupBy("sha256", "page").agg(min("duplicate").as("original"));
        return keys.join(originals, new String[] {"sha256", "page"})
                .where(col("duplicate").notEqual(col("original")))
                .select("duplicate", "original");
    }
}
