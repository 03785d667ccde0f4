package numeral.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import numeral.form.page.Affine;
import numeral.form.page.Box;

/**
 * How a page departs from its affine map: feeders slip and paper bends. Patches of the page are laid over their own lines, one after the
 * other from the best one outwards, each expected where its neighbours were found.
 */
final class PageWarp {
    private static final double PATCH_MM = 45;
    private static final double REACH_MM = 2.5;
    private static final double FAR_REACH_MM = 5;
    private static final double SURE_SCORE = 0.7;
    private static final double CLEARER = 1.2;
    private static final double NEAR_MM = 40;
    /** Weight of the affine map itself, against 1 for a patch at hand. */
    private static final double PRIOR = 0.05;

    private static final double LEAST_SCORE = 0.35;

    private final Affine affine;
    private final List<Moved> moved = new ArrayList<>();

    /** A patch's middle, and by how much it stands beside its affine place, all in template millimetres; weights 0 to 1. */
    private record Moved(double xMm, double yMm, double dx, double dy, double xWeight, double yWeight) {}

    private record Patch(double xMm, double yMm, List<Registration.Line> lines) {
        double distance(double x, double y) {
            return Math.hypot(xMm - x, yMm - y);
        }
    }

    /** No departure at all. */
    PageWarp(Affine affine) {
        this.affine = affine;
    }

    static PageWarp of(LineProbe probe, List<Registration.Line> lines, Affine affine) {
        PageWarp warp = new PageWarp(affine);
        List<Patch> left = patches(lines);
        left.stream()
                .max(Comparator.comparingDouble(patch -> warp.score(probe, patch)))
                .ifPresent(first -> warp.spread(probe, first, left));
        return warp;
    }

    /** Pieces of the lines by the patch that holds their middles. */
    private static List<Patch> patches(List<Registration.Line> lines) {
        List<Patch> patches = new ArrayList<>();
        for (Registration.Line line : lines) {
            int pieces = (int) Math.ceil(line.lengthMm() / PATCH_MM);
            for (int i = 0; i < pieces; i++) {
                Registration.Line piece = line.part((double) i / pieces, (i + 1.0) / pieces);
                double x = (Math.floor((piece.x1Mm() + piece.x2Mm()) / 2 / PATCH_MM) + 0.5) * PATCH_MM;
                double y = (Math.floor((piece.y1Mm() + piece.y2Mm()) / 2 / PATCH_MM) + 0.5) * PATCH_MM;
                patches.stream()
                        .filter(patch -> patch.xMm == x && patch.yMm == y)
                        .findFirst()
                        .orElseGet(() -> {
                            Patch fresh = new Patch(x, y, new ArrayList<>());
                            patches.add(fresh);
                            return fresh;
                        })
                        .lines
                        .add(piece);
            }
        }
        return patches;
    }

    private double score(LineProbe probe, Patch patch) {
        return patch.lines.size()
                * LineShift.of(probe, patch.lines, true, affine, 1).get(0).score()
                * LineShift.of(probe, patch.lines, false, affine, 1).get(0).score();
    }

    private void spread(LineProbe probe, Patch first, List<Patch> left) {
        Patch next = first;
        while (next != null) {
            left.remove(next);
            add(probe, next);
            next = left.stream()
                    .min(Comparator.comparingDouble(patch -> moved.stream()
                            .mapToDouble(other -> patch.distance(other.xMm, other.yMm))
                            .min()
                            .orElse(0)))
                    .orElse(null);
        }
    }

    private void add(LineProbe probe, Patch patch) {
        Affine expected = at(patch.xMm, patch.yMm);
        LineShift down = down(probe, patch.lines, expected);
        LineShift across =
                LineShift.of(probe, patch.lines, false, down.map(), REACH_MM).get(0);
        double yWeight = down.score() < LEAST_SCORE ? 0 : down.score();
        double xWeight = across.score() < LEAST_SCORE ? 0 : across.score();
        if (xWeight > 0 || yWeight > 0) {
            Affine back = across.map().then(affine.inverse());
            moved.add(new Moved(patch.xMm, patch.yMm, back.x0(), back.y0(), xWeight, yWeight));
        }
    }

    /** Feeders slip along the page, and farther than from one line to the next where most lines are missing. */
    private static LineShift down(LineProbe probe, List<Registration.Line> lines, Affine expected) {
        LineShift near = LineShift.of(probe, lines, true, expected, REACH_MM).get(0);
        if (near.score() > SURE_SCORE) {
            return near;
        }
        LineShift far = LineShift.wide(probe, lines, true, expected, FAR_REACH_MM);
        return far.score() > CLEARER * near.score() ? far : near;
    }

    /** The map near a place: the affine one, moved by the mean of the patches around it. */
    Affine at(double xMm, double yMm) {
        double dx = 0;
        double dy = 0;
        double xSum = PRIOR;
        double ySum = PRIOR;
        for (Moved patch : moved) {
            double near = Math.hypot(patch.xMm - xMm, patch.yMm - yMm) / NEAR_MM;
            double weight = Math.exp(-near * near);
            dx += weight * patch.xWeight * patch.dx;
            dy += weight * patch.yWeight * patch.dy;
            xSum += weight * patch.xWeight;
            ySum += weight * patch.yWeight;
        }
        return new Affine(1, 0, dx / xSum, 0, 1, dy / ySum).then(affine);
    }

    Affine at(Box box) {
        return at(box.x() + box.w() / 2, box.y() + box.h() / 2);
    }

    Affine at(Registration.Line line) {
        return at((line.x1Mm() + line.x2Mm()) / 2, (line.y1Mm() + line.y2Mm()) / 2);
    }
}
