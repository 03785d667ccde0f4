package numeral.jobs;

import java.io.IOException;
import numeral.form.Template;
import numeral.synth.ArchiveSettings;
import numeral.synth.Suite;
import numeral.synth.SynthForms;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Seeded archives of filled and scanned forms, with what was written on them in a CSV file beside. */
@Command(name = "forms", description = "Fills, prints and scans a form into archives with known truth.")
final class SynthFormsJob implements Job {
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
            description = "Receives archives/ and truth.csv, any Hadoop path")
    String out;

    @Option(names = "--pages", defaultValue = "100", description = "Pages in all (default: ${DEFAULT-VALUE})")
    long pages;

    @Option(
            names = "--suite",
            defaultValue = "clean",
            description = "How hard they are to read: clean or office (default: ${DEFAULT-VALUE})")
    String suite;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "The same seed gives the same bytes (default: ${DEFAULT-VALUE})")
    long seed;

    @Override
    public void check(Problems problems) {
        problems.requireInput("--template", template);
        problems.requireText("--template", template, Template::parse);
        problems.requireAtLeast(1, "--pages", pages);
        problems.requireSettings(config -> Suite.of(suite));
        problems.requireSettings(ArchiveSettings::from);
    }

    @Override
    public Summary run(Workspace workspace) throws IOException {
        SynthForms forms = new SynthForms(
                workspace.hadoop(),
                ArchiveSettings.from(workspace.config()),
                Template.parse(workspace.read(template)),
                Suite.of(suite),
                seed);
        SynthForms.Written written = forms.write(out + "/archives", out + "/truth.csv", pages);
        return new Summary()
                .with("archives", written.archives().size())
                .with("documents", written.documents())
                .with("pages", written.pages())
                .with("fields", written.fields())
                .with("out", out)
                .with("seconds", workspace.seconds());
    }
}
