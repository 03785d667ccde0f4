package numeral.extract;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import numeral.scan.ScanStatus;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What earlier runs, or this one before it was repeated, read: pages whose bytes come again need not be decoded again.
 *
 * @param pages rows of the table {@code pages}
 * @param crops rows of the table {@code crops}
 */
public record Earlier(Dataset<Row> pages, Dataset<Row> crops) {
    /** Nothing was read earlier. */
    static Earlier none(SparkSession spark) {
        return new Earlier(
                spark.createDataFrame(List.of(), PageRows.PAGES), spark.createDataFrame(List.of(), PageRows.CROPS));
    }

    /** Pages read by that recipe, one row for equal bytes; those that ended in a status to be tried again are left out. */
    Earlier readBy(String recipe, Set<ScanStatus> again) {
        Column wanted = col("recipe")
                .equalTo(recipe)
                .and(col("sha256").isNotNull())
                .and(not(col("status").equalTo(ScanStatus.DUPLICATE.name())))
                .and(not(col("status").isin(again.stream().map(Enum::name).toArray())));
        Dataset<Row> read = pages.where(wanted);
        Object[] failed = Arrays.stream(ScanStatus.values())
                .filter(ScanStatus::failed)
                .map(Enum::name)
                .toArray();
        Column failedLast = col("status").isin(failed).as("failed");
        Dataset<Row> first = read.groupBy("sha256", "page")
                .agg(min(struct(failedLast, col("run"), col("key"))).as("first"))
                .select(col("first.run").as("run"), col("first.key").as("key"));
        return new Earlier(read.join(first, new String[] {"run", "key"}), crops);
    }

    KnownPages known() {
        return new KnownPages(pages.select("sha256", "page")
                .toJavaRDD()
                .map(page -> KnownPages.hash(page.getString(0), page.getInt(1)))
                .collect());
    }

    /** Rows of pages for items whose bytes are known, under the items' own names. */
    Dataset<Row> pagesOf(Dataset<Row> items) {
        String[] own = {"key", "run", "archive", "entry"};
        Dataset<Row> names = items.select("sha256", "page", own[0], own[1], own[2], own[3]);
        return names.join(pages.drop(own), new String[] {"sha256", "page"});
    }

    /** Rows of crops for items whose bytes are known. */
    Dataset<Row> cropsOf(Dataset<Row> items) {
        Dataset<Row> renamed = pages.select(
                        col("sha256"),
                        col("page"),
                        col("run").as("old_run"),
                        col("key").as("old_page"))
                .join(
                        items.select(
                                col("sha256"),
                                col("page"),
                                col("run").as("new_run"),
                                col("key").as("new_page")),
                        new String[] {"sha256", "page"})
                .select("old_run", "old_page", "new_run", "new_page");
        return crops.join(
                        renamed,
                        crops.col("run")
                                .equalTo(col("old_run"))
                                .and(crops.col("page").equalTo(col("old_page"))))
                .withColumn(
                        "key",
                        concat(
                                col("new_page"),
                                col("key").substr(length(col("old_page")).plus(lit(1)), length(col("key")))))
                .withColumn("run", col("new_run"))
                .withColumn("page", col("new_page"))
                .drop("old_run", "old_page", "new_run", "new_page");
    }
}
