package numeral.form;

import java.util.ArrayList;
import java.util.List;
import numeral.form.page.Page;

/** Finds forms on pages and cuts their fields. Safe to share between threads. */
public final class FormReader {
    private final FormFinder finder;

    /** Of several forms; each page is read as the one that it shows. */
    public FormReader(List<Form> forms, FormSettings settings) {
        List<PageForm> pages = new ArrayList<>();
        for (Form form : forms) {
            for (int i = 0; i < form.pages().size(); i++) {
                pages.add(PageForm.of(i + 1, form.pages().get(i), settings));
            }
        }
        finder = new FormFinder(pages);
    }

    /** For all pages of a form. */
    public FormReader(Form form, FormSettings settings) {
        this(List.of(form), settings);
    }

    /** Of a form of one page. */
    public FormReader(Template template, FormSettings settings) {
        this(Form.of(template), settings);
    }

    /** Reads a page. Never throws for what is on it: a page that cannot be read is refused with a reason. */
    public PageReading read(Page page) {
        long start = System.nanoTime();
        Views views = new Views(page);
        Candidate best = finder.find(views);
        String form = best.form().template().id();
        if (best.location() instanceof Location.Lost lost) {
            return new PageReading.Refused(form, best.code(), lost.kind(), lost.reason());
        }
        return read(views, best, (Location.Found) best.location(), start);
    }

    private static PageReading read(Views views, Candidate best, Location.Found found, long start) {
        long registered = System.nanoTime();
        Template template = best.form().template();
        List<FieldRegion> regions = new ArrayList<>();
        for (FieldSpec field : template.fields()) {
            regions.add(best.form().fields().read(views, field, found.warp().at(field.boxMm())));
        }
        List<String> warnings = new ArrayList<>();
        if (found.mirrored()) {
            warnings.add("page is mirrored");
        }
        if (template.identity() instanceof Identity.Code && best.code().isEmpty()) {
            warnings.add("the form's code could not be read");
        }
        return new PageReading.Registered(
                template.id(),
                best.form().number(),
                best.code(),
                warnings,
                found.mmToPx().scale() * 25.4,
                found.angleDeg(),
                found.residualMm(),
                regions,
                (registered - start) / 1e6,
                (System.nanoTime() - registered) / 1e6);
    }
}
