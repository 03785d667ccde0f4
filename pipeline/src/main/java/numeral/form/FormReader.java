package numeral.form;

import java.util.ArrayList;
import java.util.List;

/** Finds one form on pages and cuts its fields. Safe to share between threads. */
public final class FormReader {
    private final List<PageForm> pages;

    /** One page of the form with what finds and cuts it. */
    private record PageForm(int number, Template template, Registrar registrar, FieldReader fields) {}

    private record Candidate(PageForm form, Location location) {
        /** How much of the page's form is there; what is lost ranks behind all that is found, blank pages behind other lost ones. */
        double rank() {
            if (location instanceof Location.Found found) {
                return 2 + found.features() + found.lines();
            }
            return switch (((Location.Lost) location).kind()) {
                case REGISTRATION_FAILED -> 1;
                case UNKNOWN_FORM -> 0.5;
                case BLANK_PAGE -> 0;
            };
        }
    }

    public FormReader(Form form, FormSettings settings) {
        pages = new ArrayList<>();
        for (Template page : form.pages()) {
            pages.add(new PageForm(
                    pages.size() + 1, page, new Registrar(page, settings), new FieldReader(page, settings)));
        }
    }

    /** Of a form of one page. */
    public FormReader(Template template, FormSettings settings) {
        this(Form.of(template), settings);
    }

    /** Reads a page. Never throws for what is on it: a page that cannot be read is refused with a reason. */
    public PageReading read(Raster page) {
        long start = System.nanoTime();
        Candidate best = null;
        for (PageForm form : pages) {
            Candidate candidate = new Candidate(form, form.registrar.locate(page));
            best = best == null || candidate.rank() > best.rank() ? candidate : best;
        }
        if (best.location instanceof Location.Lost lost) {
            return new PageReading.Refused(lost.kind(), lost.reason());
        }
        return read(page, best.form, (Location.Found) best.location, start);
    }

    private static PageReading read(Raster page, PageForm form, Location.Found found, long start) {
        long registered = System.nanoTime();
        boolean bilevel = Binariser.bilevel(page);
        List<FieldRegion> regions = new ArrayList<>();
        for (FieldSpec field : form.template.fields()) {
            regions.add(form.fields.read(page, bilevel, field, found.warp().at(field.boxMm())));
        }
        return new PageReading.Registered(
                form.number,
                found.mirrored(),
                found.mmToPx().scale() * 25.4,
                found.angleDeg(),
                found.residualMm(),
                regions,
                (registered - start) / 1e6,
                (System.nanoTime() - registered) / 1e6);
    }
}
