package numeral.jobs;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.xxhash64;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import numeral.InputRefused;
import numeral.synth.ArchiveSettings;
import numeral.synth.DigitPool;
import numeral.synth.Fault;
import numeral.synth.Suite;
import numeral.synth.SynthForms;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Seeded archives of filled and scanned forms, with what was written on them in a CSV file beside. */
@Command(name = "forms", description = "Fills, prints and scans a form into archives with known truth.")
final class SynthFormsJob implements Job {
    /** More make no difference to see and take up the driver's memory. */
    private static final int MOST_DIGITS = 20_000;

    @Option(
            names = "--template",
            required = true,
            paramLabel = "FILE",
            description = "Form template, e.g. conf/templates/synthetic.json")
    String template;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Receives archives/, truth.csv and items.csv, any Hadoop path")
    String out;

    @Option(
            names = "--pages",
            defaultValue = "100",
            description = "Pages in sound archives (default: ${DEFAULT-VALUE})")
    long pages;

    @Option(
            names = "--suite",
            defaultValue = "clean",
            description = "How hard they are to read: clean, office, fax or hostile (default: ${DEFAULT-VALUE})")
    String suite;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "The same seed gives the same bytes (default: ${DEFAULT-VALUE})")
    long seed;

    @Option(
            names = "--fault",
            defaultValue = "",
            paramLabel = "NAME,...",
            description = "Faults that make an archive each: all, or some of ${COMPLETION-CANDIDATES}",
            completionCandidates = FaultNames.class)
    String faults;

    @Option(
            names = "--digits",
            paramLabel = "DATASET",
            description = "Ingested dataset whose digits fill in the forms; without it they are drawn")
    Optional<String> dataset;

    @Option(names = "--split", defaultValue = "test", description = "Split of that dataset (default: ${DEFAULT-VALUE})")
    String split;

    /** Lists the faults in the help. */
    static final class FaultNames extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        FaultNames() {
            super(Arrays.stream(Fault.values()).map(Fault::toString).toList());
        }
    }

    @Override
    public void check(Problems problems) {
        problems.requireInput("--template", template);
        problems.requireText("--template", template, SynthForms::printable);
        problems.requireAtLeast(1, "--pages", pages);
        problems.requireSettings(config -> Suite.of(suite));
        problems.requireSettings(config -> Fault.parse(faults));
        problems.requireSettings(ArchiveSettings::from);
    }

    @Override
    public Summary run(Workspace workspace) throws IOException {
        SynthForms forms = new SynthForms(
                workspace.hadoop(),
                ArchiveSettings.from(workspace.config()),
                SynthForms.printable(workspace.read(template)),
                Suite.of(suite),
                dataset.map(name -> pool(workspace, name)),
                seed);
        SynthForms.Written written = forms.write(out, pages, Fault.parse(faults));
        return new Summary()
                .with("archives", written.archives().size())
                .with("pages", written.pages())
                .with("fields", written.fields())
                .with("items", written.items())
                .with("out", out)
                .with("seconds", workspace.seconds());
    }

    private DigitPool pool(Workspace workspace, String name) {
        DigitPool pool = new DigitPool();
        // the order of a table's rows is nobody's promise
        Datasets.split(workspace, name, split)
                .orderBy(xxhash64(col("key")), col("key"))
                .limit(MOST_DIGITS)
                .select("image", "label")
                .collectAsList()
                .forEach(row -> pool.add(row.getAs(0), row.getInt(1)));
        if (!pool.missing().isEmpty()) {
            throw new InputRefused(List.of("dataset " + name + ", split " + split
                    + ": expected all ten digits, found none of " + pool.missing()));
        }
        return pool;
    }
}
