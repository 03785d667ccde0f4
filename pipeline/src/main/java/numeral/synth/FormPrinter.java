package numeral.synth;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import numeral.form.FieldSpec;
import numeral.form.Registration;
import numeral.form.Template;
import numeral.form.page.Box;

/** Makes pages of one template. A page depends on the seed, its number and its resolution, and on no other page. */
final class FormPrinter {
    private static final double MM_PER_INCH = 25.4;

    private static final double HEAVY_SKEW_DEG = 14;

    private final Template template;
    private final ArchiveSettings settings;
    private final Effects effects;
    private final Optional<DigitPool> pool;
    private final long seed;

    /** @param pool where digits come from; empty for the stroke model */
    FormPrinter(Template template, ArchiveSettings settings, Effects effects, Optional<DigitPool> pool, long seed) {
        this.template = template;
        this.settings = settings;
        this.effects = effects;
        this.pool = pool;
        this.seed = seed;
    }

    /** A page with whatever befalls it in this suite. */
    FormPage page(long number, Resolution resolution) {
        SplittableRandom random = Seeds.stream(seed, "form page", number);
        return page(Mishap.draw(effects.mishapShare(), random), resolution, random);
    }

    /** A page that this befalls. */
    FormPage page(long number, Mishap mishap, Resolution resolution) {
        return page(mishap, resolution, Seeds.stream(seed, "form page", number));
    }

    private FormPage page(Mishap mishap, Resolution resolution, SplittableRandom random) {
        Template printed = mishap == Mishap.OTHER_FORM ? OtherForm.template() : template;
        int dpi = resolution.x();
        Ink ink = new Ink(px(printed.widthMm(), dpi), px(printed.heightMm(), dpi));
        Placement placement =
                Placement.of(printed.widthMm(), printed.heightMm(), content(printed), dpi, feeder(mishap), random);
        List<FilledField> fields = List.of();
        if (mishap != Mishap.SEPARATOR && mishap != Mishap.BACK) {
            new PrintedForm(printed, ink, placement).draw();
            fields = fill(printed, ink, placement, random);
        }
        soil(printed, mishap, ink, placement, dpi, random);
        Scan scan = new Scanner(effects.sensor(), resolution, random).scan(ink);
        PageTruth truth = new PageTruth(mishap, mishap.showsForm() ? fields : List.of());
        return befallen(new FormPage(scan, truth), placement, random);
    }

    private Effects.Feeder feeder(Mishap mishap) {
        Effects.Feeder feeder = effects.feeder();
        return mishap == Mishap.HEAVY_SKEW
                ? new Effects.Feeder(HEAVY_SKEW_DEG, feeder.shiftMm(), feeder.stretch())
                : feeder;
    }

    private List<FilledField> fill(Template printed, Ink ink, Placement placement, SplittableRandom random) {
        FormFiller filler = new FormFiller(effects.pen(), pool, random);
        List<FilledField> fields = filler.decide(printed, settings);
        double darkness = effects.pen().darkness().draw(random);
        fields.forEach(field -> ink.draw(placement.place(filler.write(field)), darkness));
        return fields;
    }

    private void soil(Template printed, Mishap mishap, Ink ink, Placement placement, int dpi, SplittableRandom random) {
        Effects.Paper paper = effects.paper();
        Sheet sheet = new Sheet(printed.widthMm(), printed.heightMm(), placement, random);
        if (mishap != Mishap.SEPARATOR && paper.bleedThrough() > 0) {
            FormFiller writer = new FormFiller(effects.pen(), pool, random);
            List<Stroke> back = writer.decide(printed, settings).stream()
                    .flatMap(field -> writer.write(field).stream())
                    .toList();
            sheet.bleedThrough(ink, back, paper.bleedThrough());
        }
        if (random.nextDouble() < paper.stainShare() && mishap.showsForm()) {
            sheet.stain(ink, dpi);
        }
        if (random.nextDouble() < paper.borderShare() && mishap.showsForm()) {
            sheet.border(ink);
        }
    }

    private static FormPage befallen(FormPage page, Placement placement, SplittableRandom random) {
        Scan scan = page.scan();
        return switch (page.truth().mishap()) {
            case ROTATED_90 -> page.with(scan.turned());
            case ROTATED_180 -> page.with(scan.turned().turned());
            case ROTATED_270 -> page.with(scan.turned().turned().turned());
            case MIRRORED -> page.with(scan.mirrored());
            case CUT -> page.cut((int) (scan.height() * random.nextDouble(0.45, 0.9)), placement);
            case NONE, HEAVY_SKEW, SEPARATOR, BACK, OTHER_FORM -> page;
        };
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
