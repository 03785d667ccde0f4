package numeral.jobs;

import java.nio.file.Path;
import java.util.Map;
import numeral.table.Catalog;
import org.apache.spark.SparkConf;
import org.apache.spark.package$;
import org.apache.spark.sql.SparkSession;

/** Opens Spark with what every command needs and leaves alone whatever its user has set. */
final class Session {
    private Session() {}

    static SparkSession open(String name, String warehouse) {
        SparkConf conf = new SparkConf();
        conf.setAppName(name);
        conf.setIfMissing("spark.master", "local[*]");
        String temp = System.getProperty("java.io.tmpdir");
        conf.setIfMissing(
                "spark.sql.warehouse.dir", Path.of(temp, "numeral-unused").toString());
        conf.setIfMissing("spark.executorEnv.OMP_NUM_THREADS", "1");
        conf.setIfMissing("spark.sql.session.timeZone", "UTC");
        conf.setIfMissing("spark.sql.debug.maxToStringFields", "500");
        if (conf.get("spark.master").startsWith("local")) {
            keepToThisMachine(conf);
        }
        if (!conf.contains(Catalog.key())) {
            for (Map.Entry<String, String> setting :
                    Catalog.inDirectory(warehouse).entrySet()) {
                conf.set(setting.getKey(), setting.getValue());
            }
        }
        requireVersion();
        return SparkSession.builder().config(conf).getOrCreate();
    }

    /** A local run listens on nothing but loopback. */
    private static void keepToThisMachine(SparkConf conf) {
        conf.setIfMissing("spark.ui.enabled", "false");
        conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
        conf.setIfMissing("spark.driver.host", "127.0.0.1");
        conf.setIfMissing("spark.sql.shuffle.partitions", "4");
    }

    private static void requireVersion() {
        String found = package$.MODULE$.SPARK_VERSION();
        if (!found.startsWith("3.5.")) {
            throw new UsageRefused("Spark " + found + " at SPARK_HOME=" + System.getenv("SPARK_HOME")
                    + ": expected Spark 3.5 with Scala 2.12; unset SPARK_HOME to use the one of this build");
        }
    }
}
