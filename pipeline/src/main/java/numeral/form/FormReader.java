package numeral.form;

import java.util.ArrayList;
import java.util.List;

/** Finds one form on pages and cuts its fields. Safe to share between threads. */
public final class FormReader {
    private final Template template;
    private final Registrar registrar;
    private final FieldReader fields;

    public FormReader(Template template, FormSettings settings) {
        this.template = template;
        registrar = new Registrar(template, settings);
        fields = new FieldReader(template, settings);
    }

    /** Reads a page. Never throws for what is on it: a page that cannot be read is refused with a reason. */
    public PageReading read(Raster page) {
        long start = System.nanoTime();
        Registrar.Location location = registrar.locate(page);
        if (location instanceof Registrar.Location.Lost lost) {
            return new PageReading.Refused(lost.kind(), lost.reason());
        }
        Registrar.Location.Found found = (Registrar.Location.Found) location;
        long registered = System.nanoTime();
        boolean bilevel = Binariser.bilevel(page);
        List<FieldRegion> regions = new ArrayList<>();
        for (FieldSpec field : template.fields()) {
            regions.add(fields.read(page, bilevel, field, found.warp().at(field.boxMm())));
        }
        return new PageReading.Registered(
                found.mmToPx().scale() * 25.4,
                found.angleDeg(),
                found.residualMm(),
                regions,
                (registered - start) / 1e6,
                (System.nanoTime() - registered) / 1e6);
    }
}
