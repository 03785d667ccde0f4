package numeral.extract;

import java.util.Iterator;
import java.util.List;
import numeral.form.Form;
import numeral.form.FormReader;
import numeral.form.FormSettings;
import numeral.scan.ScanLimits;
import numeral.scan.Source;
import numeral.scan.SourceReader;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;

/**
 * What a task does with its sources; travels to the executors.
 *
 * @param templates their JSON texts
 * @param inFlight folder where pages in flight are on record
 * @param watched whether they are from the first attempt on; from the second on they are in any case
 * @param only key of the one page to read, alone; empty for all pages
 */
record ReadPages(
        SerializableConfiguration hadoop,
        List<String> templates,
        FormSettings form,
        ScanLimits limits,
        ExtractSettings settings,
        String run,
        String recipe,
        Broadcast<KnownPages> known,
        String inFlight,
        boolean watched,
        String only)
        implements FlatMapFunction<Iterator<Source>, PageResult> {

    ReadPages watchedAtOnce() {
        return new ReadPages(hadoop, templates, form, limits, settings, run, recipe, known, inFlight, true, only);
    }

    ReadPages alone(String page) {
        return new ReadPages(hadoop, templates, form, limits, settings, run, recipe, known, inFlight, watched, page);
    }

    @Override
    public Iterator<PageResult> call(Iterator<Source> sources) {
        List<Form> forms = templates.stream().map(Form::parse).toList();
        PageTask task = new PageTask(
                new FormReader(forms, form),
                new PageRows(run, forms.stream().map(Form::id).toList(), recipe),
                settings,
                limits.pageTimeout());
        PageIterator pages =
                new PageIterator(sources, new SourceReader(hadoop.value(), limits), choice(TaskContext.get()), task);
        TaskContext.get().addTaskCompletionListener((TaskCompletionListener) context -> pages.close());
        return pages;
    }

    private PageChoice choice(TaskContext context) {
        if (!only.isEmpty()) {
            return new PageChoice.Alone(only, InFlight.alone(inFlight, only, hadoop.value()));
        }
        return watched || context.attemptNumber() > 0
                ? new PageChoice.Watched(
                        known.value(),
                        InFlight.suspects(inFlight, hadoop.value()),
                        InFlight.among(inFlight, hadoop.value()))
                : new PageChoice.All(known.value());
    }
}
