package numeral.jobs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import numeral.InputRefused;
import numeral.extract.PageFiles;
import numeral.form.PaperSize;
import numeral.form.TemplateException;
import numeral.form.learn.TemplateLearner;
import numeral.scan.ScanLimits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Pages of a form, blank or filled, into a template that registers on its lines and has a field for each row of boxes. */
@Command(name = "learn", description = "Proposes a form template from scans of its pages; a person names the fields.")
final class TemplateLearnJob implements Job {
    @Parameters(
            arity = "1..*",
            paramLabel = "PAGE",
            description = "Scans of the form's pages in order, blank ones best")
    List<String> pages;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Receives the template")
    String out;

    @Option(names = "--name", defaultValue = "form", description = "Name of the form (default: ${DEFAULT-VALUE})")
    String name;

    @Option(
            names = "--width-mm",
            description = "Width of the scanned page on paper (default: from resolution or shape)")
    Optional<Double> widthMm = Optional.empty();

    @Option(names = "--dpi", description = "Resolution of the scans (default: what the files declare)")
    Optional<Double> dpi = Optional.empty();

    @Option(names = "--single-boxes", description = "Boxes that stand alone become fields of one digit")
    boolean singleBoxes;

    @Override
    public void check(Problems problems) {
        pages.forEach(page -> problems.requireInput("page", page));
        problems.requireSettings(ScanLimits::from);
        if (widthMm.isPresent() && dpi.isPresent()) {
            problems.add("--width-mm and --dpi: expected at most one of them");
        }
        widthMm.filter(width -> !(width >= 20 && width <= 2000))
                .ifPresent(width -> problems.add("--width-mm " + width + ": expected 20 to 2000"));
        dpi.filter(value -> !(value >= 30 && value <= 2400))
                .ifPresent(value -> problems.add("--dpi " + value + ": expected 30 to 2400"));
    }

    @Override
    public Summary run(Workspace workspace) throws IOException {
        PageFiles files = new PageFiles(workspace.hadoop(), ScanLimits.from(workspace.config()));
        TemplateLearner learner = new TemplateLearner(name, singleBoxes);
        int learned = 0;
        for (String file : pages) {
            for (PageFiles.Page page : files.read(file)) {
                PaperSize size = size(page);
                workspace.progress(
                        "%s: %.1f x %.1f mm by %s", page.name(), size.widthMm(), size.heightMm(), size.basis());
                try {
                    learner.learn(page.image(), size);
                } catch (TemplateException e) {
                    throw new InputRefused(List.of(page.name() + ": " + e.getMessage()));
                }
                learned++;
            }
        }
        Files.write(out, learner.json().getBytes(StandardCharsets.UTF_8), workspace.hadoop());
        return new Summary()
                .with("pages", learned)
                .with("fields", learner.fields())
                .with("single_boxes_left_out", learner.single())
                .with("out", out);
    }

    private PaperSize size(PageFiles.Page page) {
        int widthPx = page.image().width();
        int heightPx = page.image().height();
        return widthMm.map(width -> PaperSize.ofWidth(widthPx, heightPx, width))
                .or(() -> dpi.map(value -> PaperSize.ofDpi(widthPx, heightPx, value)))
                .orElseGet(() -> PaperSize.guess(widthPx, heightPx, page.declaredDpi()));
    }
}
