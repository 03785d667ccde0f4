package numeral.jobs;

import java.io.IOException;
import numeral.form.FieldSpec;
import numeral.form.Template;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Every problem of a form template at once, or its id and size. */
@Command(name = "check", description = "Tells every problem of a form template at once.")
final class TemplateCheckJob implements Job {
    @Parameters(paramLabel = "FILE", description = "The template, any Hadoop path")
    String file;

    @Override
    public void check(Problems problems) {
        problems.requireInput("template", file);
        problems.requireText("template", file, Template::parse);
    }

    @Override
    public Summary run(Workspace workspace) throws IOException {
        Template template = Template.parse(workspace.read(file));
        return new Summary()
                .with("template", template.id())
                .with("fields", template.fields().size())
                .with(
                        "digits",
                        template.fields().stream().mapToInt(FieldSpec::length).sum());
    }
}
