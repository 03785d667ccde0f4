package numeral.extract;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import numeral.InputRefused;
import numeral.form.Form;
import numeral.form.FormSettings;
import numeral.scan.Inventory;
import numeral.scan.ScanLimits;
import numeral.scan.ScanStatus;
import numeral.scan.Source;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/** Reads archives of scanned pages against one form template or several, in parallel over their files. */
public final class Extract {
    private final SparkSession session;
    private final SortedMap<String, String> templates = new TreeMap<>();
    private final FormSettings form;
    private final ScanLimits limits;
    private final ExtractSettings settings;
    private final String inFlight;

    /**
     * @param templates texts of the template files, in any order; throws {@link numeral.form.TemplateException} where one is none
     * @param inFlight folder that survives the process and that all executors reach: what is being read is on record there
     */
    public Extract(
            SparkSession session,
            List<String> templates,
            FormSettings form,
            ScanLimits limits,
            ExtractSettings settings,
            String inFlight) {
        this.session = session;
        templates.forEach(json -> this.templates.put(Form.parse(json).id(), json));
        this.form = form;
        this.limits = limits;
        this.settings = settings;
        this.inFlight = inFlight;
    }

    /** {@link #read(List, String, Earlier, Set)} where nothing was read earlier. */
    public Extracted read(List<String> inputs, String run) {
        return read(inputs, run, Earlier.none(session), Set.of());
    }

    /**
     * Reads the items of the inputs; pages that earlier runs read by the same templates and settings keep what came of them.
     *
     * @param inputs Hadoop paths of archives, pages and directories, globs allowed
     * @param again statuses in which an earlier reading does not count
     * @throws InputRefused when an input leads to nothing, or when a larger share of the items failed than the limits allow
     */
    public Extracted read(List<String> inputs, String run, Earlier earlier, Set<ScanStatus> again) {
        JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext());
        spark.setJobDescription("extract: list the inputs");
        SerializableConfiguration hadoop =
                new SerializableConfiguration(session.sessionState().newHadoopConf());
        List<Source> sources = inventory(spark, inputs, hadoop);
        spark.setJobDescription("extract: read the pages");
        Earlier done = earlier.readBy(recipe(), again);
        ReadPages work = new ReadPages(
                hadoop,
                List.copyOf(templates.values()),
                form,
                limits,
                settings,
                run,
                recipe(),
                spark.broadcast(done.known()),
                inFlight + "/" + UUID.nameUUIDFromBytes(run.getBytes(StandardCharsets.UTF_8)),
                false,
                "");
        Reading.Results results = new Reading(spark, work).results(sources);
        Extracted extracted = new Extracted(session, results, done, templates, run);
        try {
            extracted.checkSum();
            refuseTooManyFailures(extracted);
        } catch (RuntimeException e) {
            extracted.close();
            throw e;
        }
        return extracted;
    }

    /** What decides, beside a page's bytes, what is read from it. */
    private String recipe() {
        String all = String.join(
                "\n", String.join("\n", templates.keySet()), form.toString(), limits.toString(), settings.toString());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The files of the inputs, large zips in parts; their directories are read in parallel. */
    private List<Source> inventory(JavaSparkContext spark, List<String> inputs, SerializableConfiguration hadoop) {
        List<Source> files;
        try {
            files = new Inventory(hadoop.value(), limits).files(inputs);
        } catch (FileNotFoundException e) {
            throw new InputRefused(List.of(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ScanLimits limits = this.limits;
        return spark.parallelize(files)
                .flatMap(file ->
                        new Inventory(hadoop.value(), limits).split(file).iterator())
                .collect();
    }

    private void refuseTooManyFailures(Extracted extracted) {
        long failed = extracted.failed();
        if (failed > limits.maxFailedShare() * extracted.items()) {
            throw new InputRefused(List.of(String.format(
                    Locale.ROOT,
                    "failed items: expected at most %.2f %% (numeral.scan.max-failed-share), found %d of %d: %s; nothing was published",
                    100 * limits.maxFailedShare(),
                    failed,
                    extracted.items(),
                    extracted.byStatus())));
        }
    }
}
