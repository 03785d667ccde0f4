package numeral;

import java.nio.file.Path;
import java.util.Map;
import numeral.table.Catalog;
import org.apache.spark.sql.SparkSession;

/** Spark inside the test's own JVM: two threads, a second try for a failed task, no UI, loopback only. One session is kept for all tests of a JVM. */
public final class LocalSpark {
    private LocalSpark() {}

    /** The session, without a catalog of tables. */
    public static SparkSession session() {
        return SparkSession.builder()
                .master("local[2,2]")
                .appName("numeral-test")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", "2")
                .config("spark.sql.warehouse.dir", System.getProperty("java.io.tmpdir"))
                .getOrCreate();
    }

    /** A session of the same Spark whose catalog of tables lives in the directory. */
    public static SparkSession withWarehouse(Path directory) {
        SparkSession session = session().newSession();
        for (Map.Entry<String, String> setting :
                Catalog.inDirectory(directory.toUri().toString()).entrySet()) {
            session.conf().set(setting.getKey(), setting.getValue());
        }
        return session;
    }
}
