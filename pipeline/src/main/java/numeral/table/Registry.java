package numeral.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import numeral.InputRefused;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * The models: files below the warehouse and their events in the table {@link Table#MODELS}. A model is registered once, then decided upon
 * any number of times; the champion is the one that was promoted last.
 */
public final class Registry {
    /** The word that stands for the current champion wherever a model id is taken. */
    public static final String CHAMPION = "champion";

    private final Tables tables;
    private final Path warehouse;
    private final Configuration hadoop;

    /** @param warehouse directory that holds the model files, any Hadoop path */
    public Registry(Tables tables, String warehouse, Configuration hadoop) {
        this.tables = tables;
        this.warehouse = new Path(warehouse);
        this.hadoop = hadoop;
    }

    /** The outcome of a promotion. */
    public enum Decision {
        PROMOTED,
        REFUSED
    }

    private enum Event {
        REGISTERED,
        DECIDED
    }

    /** One registered model. {@code config} is its effective configuration as JSON. */
    public record Model(String id, String network, String path, String sha256, List<String> parents, String config) {
        public Model {
            parents = List.copyOf(parents);
        }
    }

    /** Writes the model file, then registers it as a candidate; the same run and id again replaces the row. */
    public Model register(Run run, String id, String network, byte[] file, List<String> parents, String config) {
        String path = "model-files/" + id + ".zip";
        Path target = new Path(warehouse, path);
        Path part = new Path(warehouse, path + ".part");
        try {
            FileSystem files = target.getFileSystem(hadoop);
            try (OutputStream out = files.create(part, true)) {
                out.write(file);
            }
            files.delete(target, false);
            if (!files.rename(part, target)) {
                throw new IOException("cannot rename " + part + " to " + target);
            }
        } catch (IOException e) {
            throw new InputRefused(List.of("model file " + target + " cannot be written: " + e.getMessage()));
        }
        Model model = new Model(id, network, path, sha256(file), parents, config);
        record(run, model, Event.REGISTERED, null, List.of());
        return model;
    }

    /** Adds a decision to the model's life. */
    public void decide(Run run, Model model, Decision decision, List<String> reasons) {
        record(run, model, Event.DECIDED, decision.name(), reasons);
    }

    /**
     * The registered model of that id, or the current champion for {@value #CHAMPION}.
     *
     * @throws InputRefused when there is none, naming those that there are
     */
    public Model find(String id) {
        if (id.equals(CHAMPION)) {
            return champion()
                    .orElseThrow(() -> new InputRefused(
                            List.of("model champion: none has been promoted in " + warehouse + " yet; run promote")));
        }
        return latest(col("id").equalTo(id).and(col("event").equalTo(Event.REGISTERED.name())))
                .orElseThrow(() -> new InputRefused(
                        List.of("model " + id + " is not registered in " + warehouse + "; known: " + known())));
    }

    /** The model that was promoted last. */
    public Optional<Model> champion() {
        return latest(col("decision").equalTo(Decision.PROMOTED.name()));
    }

    /**
     * The bytes of the model file, after their SHA-256 was found to be the registered one.
     *
     * @throws InputRefused when the file is missing or is not the one that was registered
     */
    public byte[] file(Model model) {
        Path path = new Path(warehouse, model.path());
        try (var in = path.getFileSystem(hadoop).open(path)) {
            byte[] bytes = in.readAllBytes();
            String found = sha256(bytes);
            if (!found.equals(model.sha256())) {
                throw new InputRefused(
                        List.of("model file " + path + ": expected SHA-256 " + model.sha256() + ", found " + found));
            }
            return bytes;
        } catch (IOException e) {
            throw new InputRefused(List.of("model file " + path + " cannot be read: " + e.getMessage()));
        }
    }

    private void record(Run run, Model model, Event event, String decision, List<String> reasons) {
        Column replaced = col("run")
                .equalTo(run.id())
                .and(col("id").equalTo(model.id()))
                .and(col("event").equalTo(event.name()));
        Row last = tables.read(Table.MODELS)
                .where(not(replaced))
                .selectExpr("coalesce(max(sequence) + 1, 0)")
                .first();
        Row row = RowFactory.create(
                run.id(),
                model.id(),
                event.name(),
                decision,
                last.getLong(0),
                model.network(),
                model.path(),
                model.sha256(),
                model.parents().toArray(String[]::new),
                model.config(),
                reasons.toArray(String[]::new));
        Dataset<Row> rows = tables.rows(Table.MODELS, List.of(row));
        tables.publish(Table.MODELS, rows, run, Map.of("id", model.id(), "event", event.name()));
    }

    private Optional<Model> latest(Column condition) {
        return tables
                .read(Table.MODELS)
                .where(condition)
                .orderBy(col("sequence").desc())
                .limit(1)
                .collectAsList()
                .stream()
                .map(row -> new Model(
                        row.getAs("id"),
                        row.getAs("network"),
                        row.getAs("path"),
                        row.getAs("sha256"),
                        row.getList(row.fieldIndex("parents")),
                        row.getAs("config")))
                .findFirst();
    }

    private List<String> known() {
        return tables.read(Table.MODELS).select("id").distinct().orderBy("id").collectAsList().stream()
                .map(row -> row.getString(0))
                .toList();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
