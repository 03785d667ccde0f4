package numeral.form.learn;

import java.util.ArrayList;
import java.util.List;

/** Level lines of a page by their heights, and the walls between any two of them. */
final class RuledGrid {
    private static final double THICKEST_WALL_MM = 2;
    /** What looks thicker than this is the two walls of a double frame. */
    private static final double DOUBLE_MM = 1.1;

    /** From the border of a wall, which is seen a pixel thicker, to its middle. */
    private static final double BORDER_MM = 0.3;

    /** A line ends no farther from the middle of its track, even where two lines make one. */
    private static final double FAR_MM = 1.2;

    private static final double NEARLY = 0.6;
    /** From the border of a line, which is seen a pixel thicker, to its middle. */
    private static final double HALF_LINE_MM = 0.12;

    /** Columns, in millimetres, that a wall covers. */
    private record Run(double left, double right) {}

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

    /** Share of a piece of a track, 0 to 1, that is ruled at one height: strokes of a pen are seldom level from end to end. */
    double levelShare(RuledTrack track, double fromMm, double toMm) {
        int from = Math.max(0, (int) Math.round(fromMm * page.pxPerMm()));
        int to = Math.min(page.horizontal().width(), (int) Math.round(toMm * page.pxPerMm()));
        int slack = RuledTrack.slackPx(page.pxPerMm());
        int most = 0;
        for (int y = (int) track.yPx() - slack; y <= (int) track.yPx() + slack; y++) {
            int ruled = 0;
            for (int x = from; x < to; x++) {
                ruled += page.horizontal().at(x, y) ? 1 : 0;
            }
            most = Math.max(most, ruled);
        }
        return to <= from ? 0 : (double) most / (to - from);
    }

    /** Middles of all that runs down from one height to another, but for a share of it. */
    double[] walls(double fromMm, double toMm, double share) {
        return runs(fromMm, toMm, share).stream()
                .mapToDouble(run -> (run.left + run.right) / 2)
                .toArray();
    }

    /**
     * A wall by its border towards a box: the wall of a frame around the box may be so near that both look like one.
     *
     * @param wallMm about where it is, seen from one height to another
     * @param inside 1 for a box to the right of the wall, -1 for one to its left
     */
    double xMm(double wallMm, double fromMm, double toMm, double share, int inside) {
        return runs(fromMm, toMm, share).stream()
                .filter(run -> run.left <= wallMm && wallMm <= run.right && run.right - run.left >= DOUBLE_MM)
                .mapToDouble(run -> (inside > 0 ? run.right : run.left) - inside * BORDER_MM)
                .findFirst()
                .orElse(wallMm);
    }

    private List<Run> runs(double fromMm, double toMm, double share) {
        int stride = page.vertical().height() + 1;
        int from = Math.max(0, (int) Math.round(fromMm * page.pxPerMm()));
        int to = Math.min(page.vertical().height(), (int) Math.round(toMm * page.pxPerMm()));
        List<Run> runs = new ArrayList<>();
        int start = -1;
        for (int x = 0; x <= page.vertical().width(); x++) {
            boolean wall = x < page.vertical().width()
                    && verticals[x * stride + to] - verticals[x * stride + from] >= share * (to - from);
            if (wall && start < 0) {
                start = x;
            } else if (!wall && start >= 0) {
                if (x - start <= THICKEST_WALL_MM * page.pxPerMm()) {
                    runs.add(new Run(start / page.pxPerMm(), x / page.pxPerMm()));
                }
                start = -1;
            }
        }
        return runs;
    }

    /**
     * Height of the line between two places of a track, by its border towards a box: the line of the next box may be so near that both are
     * one track.
     *
     * @param inside 1 for a box below the line, -1 for one above it
     */
    double yMm(RuledTrack track, double fromMm, double toMm, int inside) {
        int far = (int) Math.round(FAR_MM * page.pxPerMm());
        int from = (int) Math.round(fromMm * page.pxPerMm());
        int to = (int) Math.round(toMm * page.pxPerMm());
        int y = (int) track.yPx() + inside * far;
        for (int step = 0; step < 2 * far; step++, y -= inside) {
            int ruled = 0;
            for (int x = from; x < to; x++) {
                ruled += page.horizontal().at(x, y) ? 1 : 0;
            }
            if (ruled >= NEARLY * (to - from)) {
                return (y + 0.5 - inside * 0.5) / page.pxPerMm() - inside * HALF_LINE_MM;
            }
        }
        return yMm(track);
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
