package numeral.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import numeral.form.page.Affine;
import numeral.form.page.Box;
import numeral.form.page.Page;

/** Cuts one field: local fit to its own lines, window, line removal, components, lattice. */
final class FieldReader {
    private static final double LEAST_LINES = 0.5;
    private static final double INVERTED = 0.5;
    private static final double FINER = 2;
    private static final double LEAST_SLACK_MM = 0.25;
    private static final double MOST_SLACK_MM = 0.5;
    private static final double SLACK = 5;

    private final Template template;
    private final FormSettings settings;

    FieldReader(Template template, FormSettings settings) {
        this.template = template;
        this.settings = settings;
    }

    FieldRegion read(Views views, FieldSpec field, Affine mmToPx) {
        Page page = views.of(template);
        boolean bilevel = views.bilevel();
        List<Registration.Line> lines = lines(field);
        FieldFit local = locate(page, field, mmToPx);
        List<String> reasons = doubts(local);
        Box mm = field.boxMm();
        double nativeScale = Math.max(mmToPx.scaleAlong(1, 0), mmToPx.scaleAlong(0, 1));
        // Grey between the pixels of a coarse scan tells where a stroke's border runs.
        double scale = Math.min(settings.windowDpi() / 25.4, bilevel ? nativeScale : FINER * nativeScale);
        FieldWindow window = FieldWindow.cut(page, bilevel, mm, local.mmToPx(), scale, settings.sauvolaK());
        boolean tinted = page != views.page()
                && TintBorder.cleared(window, window.grey(views.page(), local.mmToPx()), lines, template.lineMm());
        List<PrintedBand> bands = tinted ? List.of() : PrintedBand.of(window, lines);
        LineRemover.remove(window, bands, template.lineMm(), slackMm(local));
        byte[] residue = LineResidue.runs(window, bands, template.lineMm());
        double pixelMm = 1 / Math.min(mmToPx.scaleAlong(1, 0), mmToPx.scaleAlong(0, 1));
        byte[] zone = LineResidue.zone(window, bands, template.lineMm());
        FieldInk own = new FieldInk(window, field, settings, zone, template.lineMm(), pixelMm);
        double inkMm2 = window.mm2(own.areaPx());
        double ink = inkMm2 / (mm.w() * mm.h());
        if (ink > INVERTED) {
            reasons.add(String.format(Locale.ROOT, "%.0f %% of the field is ink", 100 * ink));
        }
        long dropped = own.droppedPx();
        int nodes = 0;
        List<Crop> crops = List.of();
        if (inkMm2 >= settings.minInkMm2()) {
            if (field.layout() instanceof Layout.Cells) {
                nodes = field.length();
                crops = CellCutter.cut(window, own, field, residue, settings.minInkMm2());
            } else {
                StripSegmenter.Lattice lattice = StripSegmenter.cut(window, own, mm, residue);
                dropped += lattice.droppedPx();
                nodes = lattice.nodes();
                crops = lattice.crops();
            }
        }
        if (window.mm2(dropped) >= settings.minInkMm2()) {
            reasons.add(String.format(
                    Locale.ROOT,
                    "%.1f square millimetres of ink within the field belong to no digit",
                    window.mm2(dropped)));
        }
        Corrections.Found corrections = Corrections.in(field, window, crops);
        return new FieldRegion(
                field.name(),
                local.mmToPx().bounds(mm),
                mm,
                ink,
                local.residualMm(),
                nodes,
                corrections.state(),
                withCorrections(reasons, corrections),
                crops);
    }

    private static List<String> withCorrections(List<String> reasons, Corrections.Found corrections) {
        if (!corrections.reason().isEmpty()) {
            reasons.add(corrections.reason());
        }
        return reasons;
    }

    /** Fits the field again to its own printed lines. */
    FieldFit locate(Page page, FieldSpec field, Affine mmToPx) {
        return FieldFit.of(new LineProbe(page, template.lineMm()), lines(field), field.boxMm(), mmToPx);
    }

    /** What speaks against the place of a field. */
    List<String> doubts(FieldFit local) {
        List<String> reasons = new ArrayList<>();
        if (local.share() < LEAST_LINES) {
            reasons.add(String.format(Locale.ROOT, "%.0f %% of the field's lines were found", 100 * local.share()));
        }
        if (local.residualMm() > settings.maxFieldResidualMm()) {
            reasons.add(String.format(
                    Locale.ROOT,
                    "residual of the field is %.2f mm: at most %.2f is accepted",
                    local.residualMm(),
                    settings.maxFieldResidualMm()));
        }
        return reasons;
    }

    /** A line runs as far from its place as the fit leaves open. */
    private static double slackMm(FieldFit local) {
        return Math.max(LEAST_SLACK_MM, Math.min(MOST_SLACK_MM, SLACK * local.residualMm()));
    }

    private List<Registration.Line> lines(FieldSpec field) {
        return template.lineMm() > 0 ? field.linesMm() : List.of();
    }
}
