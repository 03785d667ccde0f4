package numeral.form;

import java.util.ArrayList;
import java.util.List;

/** Level lines of a page by their heights, and the walls between any two of them. */
final class RuledGrid {
    private static final double THICKEST_WALL_MM = 2;
    /** How far above and below its first guess a line is looked for. */
    private static final double NEAR_MM = 0.6;

    private static final double NEARLY = 0.8;

    private final RuledPage page;
    private final int[] verticals;
    private final List<RuledTrack> tracks;

    RuledGrid(RuledPage page) {
        this.page = page;
        verticals = page.verticalSums();
        tracks = RuledTrack.of(page);
    }

    /** From the top of the page to its bottom. */
    List<RuledTrack> tracks() {
        return tracks;
    }

    double yMm(RuledTrack track) {
        return track.yPx() / page.pxPerMm();
    }

    /** Share of a piece of a track that is ruled. */
    double share(RuledTrack track, double fromMm, double toMm) {
        return track.share(fromMm * page.pxPerMm(), toMm * page.pxPerMm());
    }

    /** Middles of all that runs down from one height to another, but for a share of it. */
    double[] walls(double fromMm, double toMm, double share) {
        int stride = page.vertical().height() + 1;
        int from = Math.max(0, (int) Math.round(fromMm * page.pxPerMm()));
        int to = (int) Math.round(toMm * page.pxPerMm());
        List<Double> walls = new ArrayList<>();
        int start = -1;
        for (int x = 0; x <= page.vertical().width(); x++) {
            boolean wall = x < page.vertical().width()
                    && verticals[x * stride + to] - verticals[x * stride + from] >= share * (to - from);
            if (wall && start < 0) {
                start = x;
            } else if (!wall && start >= 0) {
                if (x - start <= THICKEST_WALL_MM * page.pxPerMm()) {
                    walls.add((start + x) / 2.0 / page.pxPerMm());
                }
                start = -1;
            }
        }
        return walls.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Height of the line between two places of a track: elsewhere the track may be a little higher or lower. */
    double yMm(RuledTrack track, double fromMm, double toMm) {
        int near = (int) Math.round(NEAR_MM * page.pxPerMm());
        int first = (int) track.yPx() - near;
        int[] lengths = new int[2 * near + 1];
        int longest = 0;
        for (int row = 0; row < lengths.length; row++) {
            for (int x = (int) (fromMm * page.pxPerMm()); x < toMm * page.pxPerMm(); x++) {
                lengths[row] += page.horizontal().at(x, first + row) ? 1 : 0;
            }
            longest = Math.max(longest, lengths[row]);
        }
        int rows = 0;
        double sum = 0;
        for (int row = 0; row < lengths.length; row++) {
            if (lengths[row] >= NEARLY * longest) {
                rows++;
                sum += first + row + 0.5;
            }
        }
        return sum / rows / page.pxPerMm();
    }

    /** Whether another line runs between two tracks, clear of both, from one place to another. */
    boolean parted(int upper, int lower, double fromMm, double toMm, double clearMm, double share) {
        for (int i = upper + 1; i < lower; i++) {
            double y = yMm(tracks.get(i));
            if (y > yMm(tracks.get(upper)) + clearMm
                    && y < yMm(tracks.get(lower)) - clearMm
                    && share(tracks.get(i), fromMm, toMm) > share) {
                return true;
            }
        }
        return false;
    }
}
