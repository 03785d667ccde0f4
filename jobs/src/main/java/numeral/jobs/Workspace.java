package numeral.jobs;

import com.typesafe.config.Config;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import numeral.table.Registry;
import numeral.table.Run;
import numeral.table.Tables;
import numeral.train.Checkpoints;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/** What a command works with: its configuration, Spark and the tables (both opened on first use), its run, its progress lines. */
final class Workspace implements AutoCloseable {
    private final Options options;
    private final EffectiveConfig config;
    private final Configuration hadoop;
    private final String command;
    private final String defaultRun;
    private final PrintStream err;
    private final long started = System.nanoTime();

    private SparkSession spark;
    private Tables tables;

    Workspace(
            Options options,
            EffectiveConfig config,
            Configuration hadoop,
            String command,
            String defaultRun,
            PrintStream err) {
        this.options = options;
        this.config = config;
        this.hadoop = hadoop;
        this.command = command;
        this.defaultRun = defaultRun;
        this.err = err;
    }

    Config config() {
        return config.config();
    }

    Configuration hadoop() {
        return hadoop;
    }

    /** Text of a small file on any Hadoop path. */
    String read(String file) throws IOException {
        return Files.text(file, hadoop);
    }

    /** The path with its file system and from its root: executors work in directories of their own. */
    String qualified(String path) {
        try {
            Path given = new Path(path);
            return given.getFileSystem(hadoop).makeQualified(given).toString();
        } catch (IOException e) {
            throw new UsageRefused("path " + path + ": no file system for it: " + e.getMessage());
        }
    }

    /** Where tables and models are. */
    String warehouse() {
        return qualified(options.warehouse);
    }

    SparkSession spark() {
        if (spark == null) {
            spark = Session.open("numeral " + command, warehouse());
        }
        return spark;
    }

    Tables tables() {
        if (tables == null) {
            tables = new Tables(spark(), config().getString("numeral.table.namespace"));
        }
        return tables;
    }

    /** Whether there are tables at all yet. */
    boolean hasWarehouse() {
        try {
            Path warehouse = new Path(options.warehouse);
            return warehouse.getFileSystem(hadoop).exists(warehouse);
        } catch (IOException e) {
            throw new UsageRefused("--warehouse " + options.warehouse + ": no file system for it: " + e.getMessage());
        }
    }

    Registry registry() {
        return new Registry(tables(), warehouse(), spark().sparkContext().hadoopConfiguration());
    }

    /** Checkpoints of training runs, beside the models. */
    Checkpoints checkpoints() {
        return new Checkpoints(
                qualified(options.warehouse) + "/checkpoints",
                spark().sparkContext().hadoopConfiguration());
    }

    String runId() {
        return options.run.orElse(defaultRun);
    }

    /** The run to publish under. Lineage says what went in, under which configuration, by which code. */
    Run run(Map<String, String> inputs) {
        return run(runId(), inputs);
    }

    /** {@link #run(Map)} for another run than that of the command line. */
    Run run(String id, Map<String, String> inputs) {
        Map<String, String> lineage = new TreeMap<>(inputs);
        lineage.put("config", config.json());
        lineage.put("code", version());
        lineage.put("spark", spark().version());
        return new Run(id, command, lineage);
    }

    /** The effective configuration as JSON. */
    String configJson() {
        return config.json();
    }

    /** One line of progress on standard error. */
    void progress(String format, Object... values) {
        err.printf(Locale.ROOT, "%s: %s%n", command, String.format(Locale.ROOT, format, values));
    }

    /** Seconds since the command began, to a hundredth. */
    double seconds() {
        return Math.round((System.nanoTime() - started) / 1e7) / 100.0;
    }

    static String version() {
        String version = Workspace.class.getPackage().getImplementationVersion();
        return version == null ? "unpackaged" : version;
    }

    @Override
    public void close() {
        if (spark != null) {
            spark.stop();
        }
    }
}
