package numeral.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
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
import numeral.table.History.Event;
import numeral.table.History.Kind;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * The models: files below the warehouse and their events in the table {@link Table#MODELS}. A model is registered once, then decided upon
 * any number of times; the champion is the one that was promoted last, or that a rollback has put back.
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

    /** The champion that was taken back and the one that is in office again. */
    public record Rollback(Model from, Model to) {}

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
        record(run, model, Kind.REGISTERED, null, List.of());
        return model;
    }

    /** Adds a decision to the model's life. */
    public void decide(Run run, Model model, Decision decision, List<String> reasons) {
        record(run, model, Kind.DECIDED, decision.name(), reasons);
    }

    /**
     * Makes the champion before the present one the champion again; the same run once more changes nothing.
     *
     * @param reason why, in the user's words
     * @throws InputRefused when there is none or its file is not the one that was registered
     */
    public Rollback rollBack(Run run, String reason) {
        Column done = replacedBy(run, Map.of("event", Kind.ROLLED_BACK.name()));
        History before = history(not(done));
        Optional<String> previous = before.previousChampion();
        if (previous.isEmpty()) {
            throw new InputRefused(List.of(before.champion()
                    .map(only ->
                            "model " + only + " is the first champion in " + warehouse + ": nothing to roll back to")
                    .orElse("there is no champion in " + warehouse + " that could be rolled back")));
        }
        Rollback rollback = new Rollback(find(before.champion().orElseThrow()), find(previous.get()));
        file(rollback.to());
        List<String> reasons = List.of("Rolled back from " + rollback.from().id() + ".", reason);
        record(run, rollback.to(), Kind.ROLLED_BACK, Decision.PROMOTED.name(), reasons);
        return rollback;
    }

    /** All that happened so far. */
    public History history() {
        return history(lit(true));
    }

    private History history(Column condition) {
        return new History(tables.read(Table.MODELS).where(condition).orderBy("sequence").collectAsList().stream()
                .map(row -> new Event(
                        row.getAs("sequence"),
                        row.getAs("run"),
                        row.getAs("id"),
                        Kind.valueOf(row.getAs("event")),
                        Decision.PROMOTED.name().equals(row.getAs("decision")),
                        row.getList(row.fieldIndex("reasons"))))
                .toList());
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
        Column registration = col("id").equalTo(id).and(col("event").equalTo(Kind.REGISTERED.name()));
        return tables
                .read(Table.MODELS)
                .where(registration)
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
                .findFirst()
                .orElseThrow(() -> new InputRefused(
                        List.of("model " + id + " is not registered in " + warehouse + "; known: " + known())));
    }

    /** The model in office. */
    public Optional<Model> champion() {
        return history().champion().map(this::find);
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

    private void record(Run run, Model model, Kind kind, String decision, List<String> reasons) {
        // a run rolls back once, but may register or decide upon several models
        Map<String, String> scope = kind == Kind.ROLLED_BACK
                ? Map.of("event", kind.name())
                : Map.of("event", kind.name(), "id", model.id());
        Row last = tables.read(Table.MODELS)
                .where(not(replacedBy(run, scope)))
                .selectExpr("coalesce(max(sequence) + 1, 0)")
                .first();
        Row row = RowFactory.create(
                run.id(),
                model.id(),
                kind.name(),
                decision,
                last.getLong(0),
                model.network(),
                model.path(),
                model.sha256(),
                model.parents().toArray(String[]::new),
                model.config(),
                reasons.toArray(String[]::new));
        Dataset<Row> rows = tables.rows(Table.MODELS, List.of(row));
        tables.publish(Table.MODELS, rows, run, scope);
    }

    private static Column replacedBy(Run run, Map<String, String> scope) {
        Column replaced = col("run").equalTo(run.id());
        for (Map.Entry<String, String> part : scope.entrySet()) {
            replaced = replaced.and(col(part.getKey()).equalTo(part.getValue()));
        }
        return replaced;
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
