package numeral.extract;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import numeral.InputRefused;
import numeral.form.Form;
import numeral.form.FormReader;
import numeral.form.FormSettings;
import numeral.scan.Inventory;
import numeral.scan.ScanLimits;
import numeral.scan.Source;
import numeral.scan.SourceReader;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;

/** Reads archives of scanned pages against one form template, in parallel over their files. */
public final class Extract {
    /** Tasks for each core, so that a slow archive does not hold up the others. */
    private static final int TASKS_A_CORE = 4;

    private final SparkSession session;
    private final String templateJson;
    private final Form template;
    private final FormSettings form;
    private final ScanLimits limits;
    private final ExtractSettings settings;

    /** @param templateJson text of the template file; throws {@link numeral.form.TemplateException} where it is not one */
    public Extract(
            SparkSession session, String templateJson, FormSettings form, ScanLimits limits, ExtractSettings settings) {
        this.session = session;
        this.templateJson = templateJson;
        this.template = Form.parse(templateJson);
        this.form = form;
        this.limits = limits;
        this.settings = settings;
    }

    /**
     * Reads all items of the inputs.
     *
     * @param inputs Hadoop paths of archives, pages and directories, globs allowed
     * @throws InputRefused when an input leads to nothing, or when a larger share of the items failed than the limits allow
     */
    public Extracted read(List<String> inputs, String run) {
        JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext());
        spark.setJobDescription("extract: read the pages");
        List<Source> sources = inventory(inputs);
        int tasks = Math.max(1, Math.min(sources.size(), TASKS_A_CORE * spark.defaultParallelism()));
        SerializableConfiguration hadoop =
                new SerializableConfiguration(session.sessionState().newHadoopConf());
        String json = templateJson;
        FormSettings form = this.form;
        ScanLimits limits = this.limits;
        ExtractSettings settings = this.settings;
        JavaRDD<PageResult> results = spark.parallelize(sources, tasks)
                .mapPartitions(part -> pages(part, hadoop, json, form, limits, settings, run))
                .persist(StorageLevel.DISK_ONLY());
        // Once and for all: the queries below run side by side and would each read the pages for themselves.
        results.count();
        Extracted extracted = new Extracted(session, results, template, templateJson, run);
        try {
            refuseTooManyFailures(extracted);
        } catch (RuntimeException e) {
            extracted.close();
            throw e;
        }
        return extracted;
    }

    private static Iterator<PageResult> pages(
            Iterator<Source> sources,
            SerializableConfiguration hadoop,
            String json,
            FormSettings form,
            ScanLimits limits,
            ExtractSettings settings,
            String run) {
        Form template = Form.parse(json);
        SourceReader reader = new SourceReader(hadoop.value(), limits);
        PageTask task = new PageTask(
                new FormReader(template, form), new PageRows(run, template.id()), settings, limits.pageTimeout());
        PageIterator pages = new PageIterator(sources, reader, task);
        TaskContext.get().addTaskCompletionListener((TaskCompletionListener) context -> pages.close());
        return pages;
    }

    private List<Source> inventory(List<String> inputs) {
        try {
            return new Inventory(session.sessionState().newHadoopConf(), limits).list(inputs);
        } catch (FileNotFoundException e) {
            throw new InputRefused(List.of(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
