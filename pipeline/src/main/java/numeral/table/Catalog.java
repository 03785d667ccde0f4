package numeral.table;

import java.util.LinkedHashMap;
import java.util.Map;

/** The Spark catalog {@code numeral}: an Iceberg catalog in a directory, unless Spark's configuration names another. */
public final class Catalog {
    /** Name of the catalog in Spark. */
    public static final String NAME = "numeral";

    private static final String KEY = "spark.sql.catalog." + NAME;

    private Catalog() {}

    /**
     * Spark settings for a catalog below a warehouse directory. A session that already has {@code spark.sql.catalog.numeral} (REST, Hive,
     * Glue) keeps its own.
     */
    public static Map<String, String> inDirectory(String warehouse) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put(KEY, "org.apache.iceberg.spark.SparkCatalog");
        settings.put(KEY + ".type", "hadoop");
        settings.put(KEY + ".warehouse", warehouse);
        // A table that another session replaced must not be answered from memory.
        settings.put(KEY + ".cache-enabled", "false");
        return settings;
    }

    /** Spark's key that says that the user brought a catalog. */
    public static String key() {
        return KEY;
    }
}
