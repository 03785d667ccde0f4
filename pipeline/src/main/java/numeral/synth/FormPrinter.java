package numeral.synth;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import numeral.form.Box;
import numeral.form.FieldSpec;
import numeral.form.Registration;
import numeral.form.Template;

/** Makes pages of one template. A page depends on the seed, its number and its resolution, and on no other page. */
final class FormPrinter {
    private static final double MM_PER_INCH = 25.4;

    private final Template template;
    private final ArchiveSettings settings;
    private final Suite suite;
    private final long seed;
    private final Box content;

    FormPrinter(Template template, ArchiveSettings settings, Suite suite, long seed) {
        this.template = template;
        this.settings = settings;
        this.suite = suite;
        this.seed = seed;
        this.content = content(template);
    }

    FormPage page(long number, int dpi) {
        SplittableRandom random = Seeds.stream(seed, "form page", number);
        Ink ink = new Ink(px(template.widthMm(), dpi), px(template.heightMm(), dpi));
        Placement placement = Placement.of(template.widthMm(), template.heightMm(), content, dpi, suite, random);
        new PrintedForm(template, ink, placement).draw();
        FormFiller filler = new FormFiller(suite.carelessness(), random);
        List<FilledField> fields = filler.decide(template, settings);
        double darkness = random.nextDouble(0.70, 0.95);
        fields.forEach(field -> ink.draw(placement.place(filler.write(field)), darkness));
        byte[] grey = new Scanner(suite, dpi, random).scan(ink);
        return new FormPage(ink.width(), ink.height(), grey, fields);
    }

    private static int px(double mm, int dpi) {
        return (int) Math.round(mm / MM_PER_INCH * dpi);
    }

    /** What has to stay on the scan: the fields and all that helps to find them. */
    private static Box content(Template template) {
        Stream<Box> registration = template.registration() instanceof Registration.Marks marks
                ? marks.marks().stream().map(Registration.Mark::boxMm)
                : ((Registration.Lines) template.registration())
                        .lines().stream()
                                .map(line -> new Box(
                                        Math.min(line.x1Mm(), line.x2Mm()),
                                        Math.min(line.y1Mm(), line.y2Mm()),
                                        Math.abs(line.x2Mm() - line.x1Mm()),
                                        Math.abs(line.y2Mm() - line.y1Mm())));
        return Stream.concat(registration, template.fields().stream().map(FieldSpec::boxMm))
                .reduce((a, b) -> {
                    double left = Math.min(a.x(), b.x());
                    double top = Math.min(a.y(), b.y());
                    return new Box(
                            left,
                            top,
                            Math.max(a.x() + a.w(), b.x() + b.w()) - left,
                            Math.max(a.y() + a.h(), b.y() + b.h()) - top);
                })
                .orElseThrow();
    }
}
