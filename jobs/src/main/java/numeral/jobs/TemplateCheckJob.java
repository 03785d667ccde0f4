package numeral.jobs;

import java.io.IOException;
import numeral.form.FieldSpec;
import numeral.form.Form;
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
        problems.requireText("template", file, Form::parse);
    }

    @Override
    public Summary run(Workspace workspace) throws IOException {
        Form form = Form.parse(workspace.read(file));
        return new Summary()
                .with("template", form.id())
                .with("pages", form.pages().size())
                .with("fields", form.fields().size())
                .with(
                        "digits",
                        form.fields().stream().mapToInt(FieldSpec::length).sum());
    }
}
