package numeral.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import numeral.form.page.Affine;
import numeral.form.page.Components;
import numeral.form.page.Page;
import numeral.form.page.Skew;
import numeral.form.page.Thumbnail;

/** Finds a template on a page: every way to lay it there that its shape and its limits allow, the best one, and whether that one is good enough. */
final class Registrar {
    private static final int LEAST_MARKS = 3;
    /** With this share of its marks and of its lines found, no other way to lay the form is tried. */
    private static final double CERTAIN = 0.9;

    private final Template template;
    private final FormSettings settings;
    private final List<Registration.Line> printed;

    Registrar(Template template, FormSettings settings) {
        this.template = template;
        this.settings = settings;
        printed = template.printedLines();
    }

    /** Whether the page may show the form at all, as far as its shape tells. */
    boolean fits(Page page) {
        double ratio = (double) page.width() / page.height();
        return plausible(ratio * template.heightMm() / template.widthMm())
                || plausible(ratio * template.widthMm() / template.heightMm());
    }

    /** Looks for the form, and where it is not there for its mirror image. */
    Location locate(Page page) {
        Location plain = locate(page, false);
        boolean lost = plain instanceof Location.Lost gone && gone.kind() != PageReading.Kind.BLANK_PAGE;
        return lost && locate(page, true) instanceof Location.Found mirrored ? mirrored : plain;
    }

    /** Looks for the form as it is, or for its mirror image. */
    Location locate(Page page, boolean mirrored) {
        Search search = new Search(page);
        search.through(mirrored);
        if (search.blank != null) {
            return search.blank;
        }
        return verdict(
                page,
                search.best == null ? null : new RegistrationFit(page, template, printed).warped(search.best),
                search.tried);
    }

    /** The best way to lay the form on a page so far. */
    private final class Search {
        private final Page page;
        private Location.Found best;
        private Location.Lost blank;
        private boolean tried;

        Search(Page page) {
            this.page = page;
        }

        void through(boolean mirrored) {
            for (boolean sideways : new boolean[] {false, true}) {
                Turn[] turns = Arrays.stream(Turn.values())
                        .filter(turn -> turn.mirrored() == mirrored && turn.sideways() == sideways)
                        .toArray(Turn[]::new);
                double widthMm = turns[0].widthMm(template);
                double heightMm = turns[0].heightMm(template);
                boolean certain = best != null && Math.min(best.lines(), best.features()) > CERTAIN;
                if (blank != null || certain || !plausible(page.width() / widthMm / (page.height() / heightMm))) {
                    continue;
                }
                tried = true;
                Thumbnail thumbnail = template.registration() instanceof Registration.Marks
                        ? Thumbnail.forMarks(page, widthMm, heightMm)
                        : Thumbnail.of(page, widthMm, heightMm);
                double inkShare =
                        (double) thumbnail.ink().area() / thumbnail.ink().ink().length;
                // a scanner's black lid tells no more than paper
                if (Math.min(inkShare, 1 - inkShare) < settings.blankInkShare()) {
                    String reason = percent(inkShare, 3) + " of the page is ink";
                    blank = new Location.Lost(PageReading.Kind.BLANK_PAGE, reason);
                    return;
                }
                for (Location.Found found : found(page, thumbnail, turns)) {
                    if (best == null || found.lines() + found.features() > best.lines() + best.features()) {
                        best = found;
                    }
                }
            }
        }
    }

    /** Pixels are square on most scanners and half as high on fax machines. */
    static boolean plausible(double ratio) {
        double r = Math.max(ratio, 1 / ratio);
        return r < 1.3 || (r > 1.7 && r < 2.4);
    }

    private Location verdict(Page page, Location.Found best, boolean tried) {
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
        if (!printed.isEmpty() && best.lines() < settings.minLineShare()) {
            return new Location.Lost(
                    PageReading.Kind.UNKNOWN_FORM,
                    percent(best.lines(), 0) + " of the form's printed lines were found: expected "
                            + percent(settings.minLineShare(), 0));
        }
        if (best.features() < settings.minFeatureShare()) {
            return new Location.Lost(
                    PageReading.Kind.REGISTRATION_FAILED,
                    percent(best.features(), 0) + " of the form's registration " + (marks ? "marks" : "lines")
                            + " were found: expected " + percent(settings.minFeatureShare(), 0));
        }
        if (best.residualMm() > settings.maxResidualMm()) {
            return new Location.Lost(
                    PageReading.Kind.REGISTRATION_FAILED,
                    String.format(
                            Locale.ROOT,
                            "registration residual is %.2f mm: expected at most %.2f",
                            best.residualMm(),
                            settings.maxResidualMm()));
        }
        return best;
    }

    /** One candidate for each turn, where there are any. */
    private List<Location.Found> found(Page page, Thumbnail thumbnail, Turn[] turns) {
        List<Location.Found> found = new ArrayList<>();
        RegistrationFit fit = new RegistrationFit(page, template, printed);
        if (template.registration() instanceof Registration.Marks marks) {
            Components blobs = Components.of(thumbnail.ink());
            for (Turn each : turns) {
                Affine turned = each.map(template);
                double reach = Math.toRadians(settings.maxSkewDeg() + 0.5);
                List<MarkMatch.Sighting> seen = MarkMatch.best(marks.marks(), blobs, thumbnail, turned, reach);
                if (seen.size() >= LEAST_MARKS) {
                    found.add(fit.ofMarks(thumbnail, turned, marks.marks().size(), seen));
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
                    found.add(fit.ofLines(thumbnail, start, lines.lines()));
                }
            }
        }
        return found;
    }

    private static String percent(double share, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f %%", 100 * share);
    }
}
