package numeral.jobs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import numeral.extract.PageFiles;
import numeral.form.Form;
import numeral.form.FormSettings;
import numeral.form.TemplateOverlay;
import numeral.scan.ScanLimits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A form template drawn as PNG: on white paper, or on scanned pages where it was found. */
@Command(name = "overlay", description = "Draws a form template, on pages where it was found or on white paper.")
final class TemplateOverlayJob implements Job {
    @Parameters(paramLabel = "FILE", description = "The template, any Hadoop path")
    String file;

    @Option(names = "--page", paramLabel = "IMAGE", description = "Scanned page or pages to find the form on")
    Optional<String> page = Optional.empty();

    @Option(names = "--out", required = true, paramLabel = "PNG", description = "Receives the picture; -2, -3 for more")
    String out;

    @Override
    public void check(Problems problems) {
        problems.requireInput("template", file);
        problems.requireText("template", file, Form::parse);
        page.ifPresent(scan -> problems.requireInput("--page", scan));
        problems.requireSettings(ScanLimits::from);
        problems.requireSettings(FormSettings::from);
    }

    @Override
    public Summary run(Workspace workspace) throws IOException {
        Form form = Form.parse(workspace.read(file));
        List<String> written = new ArrayList<>();
        List<String> found = new ArrayList<>();
        if (page.isEmpty()) {
            for (byte[] png :
                    form.pages().stream().map(TemplateOverlay::onPaper).toList()) {
                written.add(write(png, written.size() + 1, workspace));
            }
            return new Summary().with("template", form.id()).with("out", written);
        }
        FormSettings settings = FormSettings.from(workspace.config());
        PageFiles files = new PageFiles(workspace.hadoop(), ScanLimits.from(workspace.config()));
        for (PageFiles.Page scan : files.read(page.get())) {
            TemplateOverlay.Drawn drawn = TemplateOverlay.onPage(form, settings, scan.image());
            found.add(drawn.found());
            written.add(write(drawn.png(), written.size() + 1, workspace));
        }
        return new Summary().with("template", form.id()).with("found", found).with("out", written);
    }

    private String write(byte[] png, int number, Workspace workspace) throws IOException {
        String path = number == 1 ? out : out.replaceFirst("(\\.[^./]*)?$", "-" + number + "$1");
        Files.write(path, png, workspace.hadoop());
        return path;
    }
}
