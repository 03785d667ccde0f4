package numeral.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Finds a template on a page: orientation, skew, shift and stretch coarsely on a thumbnail, then exactly on the page's own pixels. */
final class Registrar {
    private static final double FLOOR_MM = 0.1;
    private static final double STEP_MM = 8;
    private static final double[] REACHES_MM = {2.5, 1.2, 0.8};
    private static final double VERIFY_REACH_MM = 1.5;
    private static final int LEAST_MARKS = 3;
    /** With this share of its marks and of its lines found, no other way to lay the form is tried. */
    private static final double CERTAIN = 0.9;

    private final Template template;
    private final FormSettings settings;
    private final List<Registration.Line> printed = new ArrayList<>();

    Registrar(Template template, FormSettings settings) {
        this.template = template;
        this.settings = settings;
        if (template.lineMm() > 0) {
            template.fields().forEach(field -> printed.addAll(field.linesMm()));
        }
        if (template.registration() instanceof Registration.Lines lines) {
            printed.addAll(lines.lines());
        }
    }

    /** Where the form is. */
    sealed interface Location {
        /**
         * The form is here.
         *
         * @param warp how the page departs from its affine map
         * @param features share of the marks or lines that were found
         * @param lines share of all printed lines that were found
         */
        record Found(
                Affine mmToPx,
                PageWarp warp,
                boolean mirrored,
                double angleDeg,
                double residualMm,
                double features,
                double lines)
                implements Location {}

        record Lost(PageReading.Kind kind, String reason) implements Location {}
    }

    Location locate(Raster page) {
        Search search = new Search(page);
        search.through(false);
        if (search.best == null || Math.min(search.best.lines, search.best.features) < settings.minFeatureShare()) {
            search.through(true);
        }
        if (search.blank != null) {
            return search.blank;
        }
        return verdict(page, search.best == null ? null : warped(page, search.best), search.tried);
    }

    /** The best way to lay the form on a page so far. */
    private final class Search {
        private final Raster page;
        private Location.Found best;
        private Location.Lost blank;
        private boolean tried;

        Search(Raster page) {
            this.page = page;
        }

        void through(boolean mirrored) {
            for (boolean sideways : new boolean[] {false, true}) {
                Turn[] turns = Arrays.stream(Turn.values())
                        .filter(turn -> turn.mirrored() == mirrored && turn.sideways() == sideways)
                        .toArray(Turn[]::new);
                double widthMm = turns[0].widthMm(template);
                double heightMm = turns[0].heightMm(template);
                boolean certain = best != null && Math.min(best.lines, best.features) > CERTAIN;
                if (blank != null || certain || !plausible(page.width() / widthMm / (page.height() / heightMm))) {
                    continue;
                }
                tried = true;
                Thumbnail thumbnail = Thumbnail.of(page, widthMm, heightMm);
                double inkShare =
                        (double) thumbnail.ink().area() / thumbnail.ink().ink().length;
                if (inkShare < settings.blankInkShare()) {
                    String reason = percent(inkShare, 3) + " of the page is ink";
                    blank = new Location.Lost(PageReading.Kind.BLANK_PAGE, reason);
                    return;
                }
                for (Location.Found found : found(page, thumbnail, turns)) {
                    if (best == null || found.lines + found.features > best.lines + best.features) {
                        best = found;
                    }
                }
            }
        }
    }

    /** Pixels are square on most scanners and half as high on fax machines. */
    private static boolean plausible(double ratio) {
        double r = Math.max(ratio, 1 / ratio);
        return r < 1.3 || (r > 1.7 && r < 2.4);
    }

    private Location verdict(Raster page, Location.Found best, boolean tried) {
        if (!tried) {
            return new Location.Lost(
                    PageReading.Kind.UNKNOWN_FORM,
                    String.format(
                            Locale.ROOT,
                            "page of %d x %d pixels has not the shape of the form's %.0f x %.0f mm",
                            page.width(),
                            page.height(),
                            template.widthMm(),
                            template.heightMm()));
        }
        boolean marks = template.registration() instanceof Registration.Marks;
        if (best == null) {
            return new Location.Lost(
                    marks ? PageReading.Kind.REGISTRATION_FAILED : PageReading.Kind.UNKNOWN_FORM,
                    marks
                            ? "fewer than " + LEAST_MARKS + " of the form's registration marks were found"
                            : "the form's lines were not found");
        }
        if (!printed.isEmpty() && best.lines < settings.minLineShare()) {
            return new Location.Lost(
                    PageReading.Kind.UNKNOWN_FORM,
                    percent(best.lines, 0) + " of the form's printed lines were found: expected "
                            + percent(settings.minLineShare(), 0));
        }
        if (best.features < settings.minFeatureShare()) {
            return new Location.Lost(
                    PageReading.Kind.REGISTRATION_FAILED,
                    percent(best.features, 0) + " of the form's registration " + (marks ? "marks" : "lines")
                            + " were found: expected " + percent(settings.minFeatureShare(), 0));
        }
        if (best.residualMm > settings.maxResidualMm()) {
            return new Location.Lost(
                    PageReading.Kind.REGISTRATION_FAILED,
                    String.format(
                            Locale.ROOT,
                            "registration residual is %.2f mm: expected at most %.2f",
                            best.residualMm,
                            settings.maxResidualMm()));
        }
        return best;
    }

    /** One candidate for each turn, where there are any. */
    private List<Location.Found> found(Raster page, Thumbnail thumbnail, Turn[] turns) {
        List<Location.Found> found = new ArrayList<>();
        if (template.registration() instanceof Registration.Marks marks) {
            Components blobs = Components.of(thumbnail.ink());
            for (Turn each : turns) {
                Affine turned = each.map(template);
                double reach = Math.toRadians(settings.maxSkewDeg() + 0.5);
                List<MarkMatch.Sighting> seen = MarkMatch.best(marks.marks(), blobs, thumbnail, turned, reach);
                if (seen.size() >= LEAST_MARKS) {
                    found.add(fromMarks(page, thumbnail, turned, marks.marks().size(), seen));
                }
            }
        } else if (template.registration() instanceof Registration.Lines lines) {
            LineMap map = LineMap.of(thumbnail, Skew.radians(thumbnail.ink(), settings.maxSkewDeg()));
            LineMatch.Page ruled = LineMatch.Page.of(map);
            LineMatch match = new LineMatch(printed);
            for (Turn each : turns) {
                LineMatch.Placement place =
                        match.best(each.map(template), ruled, thumbnail.xPerMm(), thumbnail.yPerMm());
                if (place.share() > settings.minLineShare() / 2) {
                    Affine start = place.mmToLevel().then(map.toThumbnail()).then(thumbnail.toPage());
                    found.add(fromLines(page, thumbnail, start, lines.lines()));
                }
            }
        }
        return found;
    }

    private Location.Found fromMarks(
            Raster page, Thumbnail thumbnail, Affine turned, int asked, List<MarkMatch.Sighting> seen) {
        AffineFit fit = new AffineFit(FLOOR_MM);
        for (MarkMatch.Sighting sighting : seen) {
            MarkMatch.Sighting exact = MarkMatch.refined(
                    page, sighting, thumbnail.fx() * thumbnail.xPerMm(), thumbnail.fy() * thumbnail.yPerMm());
            fit.point(exact.mark().xMm(), exact.mark().yMm(), exact.xPx(), exact.yPx());
        }
        Affine start = turned.then(Affine.scale(thumbnail.xPerMm(), thumbnail.yPerMm()))
                .then(thumbnail.toPage());
        AffineFit.Result result = fit.solve(start);
        return new Location.Found(
                result.mmToPx(),
                new PageWarp(result.mmToPx()),
                result.mmToPx().mirrors(),
                angleDeg(result.mmToPx(), thumbnail),
                result.residualMm(),
                result.inlierShare() * seen.size() / asked,
                linesSeen(page, new PageWarp(result.mmToPx()), printed));
    }

    private Location.Found fromLines(Raster page, Thumbnail thumbnail, Affine start, List<Registration.Line> lines) {
        LineProbe probe = new LineProbe(page, template.lineMm());
        AffineFit.Result result = new AffineFit.Result(start, 0, 0);
        LineProbe.Tally tally = LineProbe.Tally.NONE;
        for (double reach : REACHES_MM) {
            AffineFit fit = new AffineFit(FLOOR_MM);
            tally = LineProbe.Tally.NONE;
            for (Registration.Line line : lines) {
                tally = tally.plus(probe.observe(line, result.mmToPx(), reach, STEP_MM, fit));
            }
            result = fit.solve(result.mmToPx());
        }
        return new Location.Found(
                result.mmToPx(),
                new PageWarp(result.mmToPx()),
                result.mmToPx().mirrors(),
                angleDeg(result.mmToPx(), thumbnail),
                result.residualMm(),
                result.inlierShare() * tally.share(),
                linesSeen(page, new PageWarp(result.mmToPx()), printed));
    }

    /** Follows a page that feeder or paper have bent; marks and lines that an affine map missed may be found then. */
    private Location.Found warped(Raster page, Location.Found found) {
        if (printed.isEmpty()) {
            return found;
        }
        PageWarp warp = PageWarp.of(new LineProbe(page, template.lineMm()), printed, found.mmToPx);
        double lines = linesSeen(page, warp, printed);
        if (lines < found.lines) {
            return found;
        }
        double features = template.registration() instanceof Registration.Lines own
                ? Math.max(found.features, linesSeen(page, warp, own.lines()))
                : found.features;
        return new Location.Found(
                found.mmToPx, warp, found.mirrored, found.angleDeg, found.residualMm, features, lines);
    }

    private double linesSeen(Raster page, PageWarp warp, List<Registration.Line> lines) {
        LineProbe probe = new LineProbe(page, template.lineMm());
        AffineFit ignored = new AffineFit(FLOOR_MM);
        LineProbe.Tally tally = LineProbe.Tally.NONE;
        for (Registration.Line line : lines) {
            tally = tally.plus(probe.observe(line, warp.at(line), VERIFY_REACH_MM, STEP_MM, ignored));
        }
        return tally.share();
    }

    private static double angleDeg(Affine map, Thumbnail thumbnail) {
        // By the form's own downward direction, which a mirror leaves alone.
        return Math.toDegrees(Math.atan2(-map.xy() / thumbnail.fx(), map.yy() / thumbnail.fy()));
    }

    private static String percent(double share, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f %%", 100 * share);
    }
}
