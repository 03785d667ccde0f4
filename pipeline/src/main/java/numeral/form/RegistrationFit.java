package numeral.form;

import java.util.List;
import numeral.form.page.Affine;
import numeral.form.page.AffineFit;
import numeral.form.page.Page;
import numeral.form.page.Thumbnail;

/** Lays a form exactly on a page, by the page's own pixels, once it is known roughly where it is. */
final class RegistrationFit {
    private static final double FLOOR_MM = 0.1;
    private static final double STEP_MM = 8;
    private static final double[] REACHES_MM = {2.5, 1.2, 0.8};
    private static final double VERIFY_REACH_MM = 1.5;

    private final Page page;
    private final Template template;
    private final List<Registration.Line> printed;
    private final LineProbe probe;

    /** @param printed all lines of the template */
    RegistrationFit(Page page, Template template, List<Registration.Line> printed) {
        this.page = page;
        this.template = template;
        this.printed = printed;
        probe = new LineProbe(page, template.lineMm());
    }

    /** From the marks that were seen on the thumbnail, of so many asked for. */
    Location.Found ofMarks(Thumbnail thumbnail, Affine turned, int asked, List<MarkMatch.Sighting> seen) {
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
                linesSeen(new PageWarp(result.mmToPx()), printed));
    }

    /** From the lines around the places where a rough map puts them. */
    Location.Found ofLines(Thumbnail thumbnail, Affine start, List<Registration.Line> lines) {
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
                linesSeen(new PageWarp(result.mmToPx()), printed));
    }

    /** Follows a page that feeder or paper have bent; marks and lines that an affine map missed may be found then. */
    Location.Found warped(Location.Found found) {
        if (printed.isEmpty()) {
            return found;
        }
        PageWarp warp = PageWarp.of(probe, printed, found.mmToPx());
        double lines = linesSeen(warp, printed);
        if (lines < found.lines()) {
            return found;
        }
        double features = template.registration() instanceof Registration.Lines own
                ? Math.max(found.features(), linesSeen(warp, own.lines()))
                : found.features();
        return new Location.Found(
                found.mmToPx(), warp, found.mirrored(), found.angleDeg(), found.residualMm(), features, lines);
    }

    private double linesSeen(PageWarp warp, List<Registration.Line> lines) {
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
}
