package numeral.form;

import java.util.HashMap;
import java.util.Map;
import numeral.form.page.Outlines;
import numeral.form.page.Page;
import numeral.form.page.Raster;

/** A scan as each form is to be seen on it: as it is, or by its outlines where boxes are white on a tint. */
final class Views {
    private final Page page;
    private final boolean bilevel;
    /** By pixels to a millimetre, which differ where forms of several sizes are looked for. */
    private final Map<Double, Raster> outlines = new HashMap<>();

    Views(Page page) {
        this.page = page;
        bilevel = page.bilevel();
    }

    /** As it was scanned. */
    Page page() {
        return page;
    }

    /** Whether there is next to nothing but black and paper. */
    boolean bilevel() {
        return bilevel;
    }

    /** As the form is to be found and read on it. A black-and-white scan shows no tint. */
    Page of(Template template) {
        if (!template.tinted() || !(page instanceof Raster grey) || bilevel) {
            return page;
        }
        double pagePx = (double) page.width() * page.height();
        double pxPerMm = Math.sqrt(pagePx / (template.widthMm() * template.heightMm()));
        return outlines.computeIfAbsent(pxPerMm, scale -> Outlines.of(grey, scale));
    }
}
