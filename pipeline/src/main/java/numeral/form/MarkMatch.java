package numeral.form;

import java.util.ArrayList;
import java.util.List;
import numeral.form.page.Affine;
import numeral.form.page.Components;
import numeral.form.page.Page;
import numeral.form.page.Thumbnail;

/** Finds the filled squares of a template among the components of a thumbnail. */
final class MarkMatch {
    private static final double SIZE_REACH = 0.35;
    private static final double SCALE_REACH = 0.08;
    private static final double NEAR_MM = 5;
    /** A square that leans by 5 degrees fills 85 % of its bounding box. */
    private static final double FULL = 0.75;
    /** Pages with more dark squares than this are no form. */
    private static final int MOST = 60;

    private MarkMatch() {}

    /** A dark square: its middle and side in millimetres at the thumbnail's nominal scale. */
    private record Blot(double x, double y, double side) {}

    /** One mark of the template and where it was seen, in page pixels. */
    record Sighting(Registration.Mark mark, double xPx, double yPx) {}

    /** The largest set of marks that fits one placement of the template turned by {@code turn}; empty where fewer than two do. */
    static List<Sighting> best(
            List<Registration.Mark> marks, Components blobs, Thumbnail thumbnail, Affine turn, double maxSkewRadians) {
        List<Blot> blots = blots(blobs, thumbnail, marks);
        Affine page = Affine.scale(thumbnail.xPerMm(), thumbnail.yPerMm()).then(thumbnail.toPage());
        List<Sighting> best = List.of();
        for (Registration.Mark first : marks) {
            for (Registration.Mark second : marks) {
                double dx = turn.x(second.xMm(), second.yMm()) - turn.x(first.xMm(), first.yMm());
                double dy = turn.y(second.xMm(), second.yMm()) - turn.y(first.xMm(), first.yMm());
                double distance = Math.hypot(dx, dy);
                if (distance < 1) {
                    continue;
                }
                for (Blot a : blots) {
                    for (Blot b : blots) {
                        double bx = b.x - a.x;
                        double by = b.y - a.y;
                        double scale = Math.hypot(bx, by) / distance;
                        double skew = Math.atan2(dx * by - dy * bx, dx * bx + dy * by);
                        if (Math.abs(scale - 1) > SCALE_REACH || Math.abs(skew) > maxSkewRadians) {
                            continue;
                        }
                        Affine place = placement(turn, first, a, scale, skew);
                        List<Sighting> sightings = sightings(marks, blots, place, page);
                        if (sightings.size() > best.size()) {
                            best = sightings;
                        }
                        if (best.size() == marks.size()) {
                            return best;
                        }
                    }
                }
            }
        }
        return best;
    }

    private static Affine placement(Affine turn, Registration.Mark first, Blot a, double scale, double skew) {
        Affine turned = turn.then(Affine.rotation(skew)).then(Affine.scale(scale, scale));
        double x = turned.x(first.xMm(), first.yMm());
        double y = turned.y(first.xMm(), first.yMm());
        return turned.then(new Affine(1, 0, a.x - x, 0, 1, a.y - y));
    }

    private static List<Sighting> sightings(
            List<Registration.Mark> marks, List<Blot> blots, Affine place, Affine page) {
        List<Sighting> sightings = new ArrayList<>();
        for (Registration.Mark mark : marks) {
            double x = place.x(mark.xMm(), mark.yMm());
            double y = place.y(mark.xMm(), mark.yMm());
            Blot nearest = null;
            double least = NEAR_MM * NEAR_MM;
            for (Blot blot : blots) {
                double distance = (blot.x - x) * (blot.x - x) + (blot.y - y) * (blot.y - y);
                if (distance < least && Math.abs(blot.side / mark.sizeMm() - 1) < SIZE_REACH) {
                    least = distance;
                    nearest = blot;
                }
            }
            if (nearest != null) {
                sightings.add(new Sighting(mark, page.x(nearest.x, nearest.y), page.y(nearest.x, nearest.y)));
            }
        }
        return sightings;
    }

    private static List<Blot> blots(Components blobs, Thumbnail thumbnail, List<Registration.Mark> marks) {
        List<Blot> blots = new ArrayList<>();
        double largest =
                marks.stream().mapToDouble(Registration.Mark::sizeMm).max().orElse(0) * (1 + SIZE_REACH);
        double smallest =
                marks.stream().mapToDouble(Registration.Mark::sizeMm).min().orElse(0) * (1 - SIZE_REACH);
        for (int label = 1; label <= blobs.count() && blots.size() <= MOST; label++) {
            double w = blobs.width(label) / thumbnail.xPerMm();
            double h = blobs.height(label) / thumbnail.yPerMm();
            double area = blobs.area(label) / (thumbnail.xPerMm() * thumbnail.yPerMm());
            double side = Math.sqrt(area);
            boolean square = w / h > 1 - SIZE_REACH && h / w > 1 - SIZE_REACH && area > FULL * w * h;
            if (square && side >= smallest && side <= largest) {
                double x = blobs.left(label) / thumbnail.xPerMm() + w / 2;
                double y = blobs.top(label) / thumbnail.yPerMm() + h / 2;
                blots.add(new Blot(x, y, side));
            }
        }
        return blots.size() > MOST ? List.of() : blots;
    }

    /** The middle of a mark on the full page: centre of mass of what is dark within its surroundings. */
    static Sighting refined(Page page, Sighting sighting, double xScale, double yScale) {
        double halfX = 0.75 * sighting.mark.sizeMm() * xScale;
        double halfY = 0.75 * sighting.mark.sizeMm() * yScale;
        double sum = 0;
        double sumX = 0;
        double sumY = 0;
        int left = Math.max(0, (int) (sighting.xPx - halfX));
        int right = Math.min(page.width() - 1, (int) Math.floor(sighting.xPx + halfX));
        int bottom = Math.min(page.height() - 1, (int) Math.floor(sighting.yPx + halfY));
        for (int y = Math.max(0, (int) (sighting.yPx - halfY)); y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                int dark = Page.PAPER - page.grey(x, y);
                if (dark > Page.PAPER / 2) {
                    sum += dark;
                    sumX += dark * (x + 0.5);
                    sumY += dark * (y + 0.5);
                }
            }
        }
        return sum == 0 ? sighting : new Sighting(sighting.mark, sumX / sum, sumY / sum);
    }
}
