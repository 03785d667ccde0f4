package numeral.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds rows of cells on a level page by what they have in common: two level lines and walls between them at one distance. */
final class CellRows {
    private static final double LOWEST_MM = 2.8;
    private static final double HIGHEST_MM = 20;
    /** A cell is no more than so many times as wide as high, and the other way round. */
    private static final double SQUAT = 1.7;
    private static final double SLIM = 3;
    private static final double RULED = 0.85;
    private static final double WALLED = 0.85;
    /** Walls need not reach into the lines above and below. */
    private static final double CORNER_MM = 0.4;
    private static final double THICKEST_WALL_MM = 2;
    private static final double OVERLAP_MM = 0.4;

    private final RuledPage page;
    private final int[] verticals;
    private final List<RuledTrack> tracks;
    private final List<Row> rows = new ArrayList<>();

    /** A row of cells between two lines, in millimetres. */
    record Row(CellPattern cells, double top, double bottom) {
        Box box() {
            return new Box(cells.x(), top, cells.right() - cells.x(), bottom - top);
        }

        Layout.Cells layout() {
            return new Layout.Cells(cells.x(), top, cells.w(), bottom - top, cells.pitch());
        }
    }

    private CellRows(RuledPage page) {
        this.page = page;
        verticals = page.verticalSums();
        tracks = RuledTrack.of(page);
        List<Row> found = new ArrayList<>();
        for (int upper = 0; upper < tracks.size(); upper++) {
            for (int lower = upper + 1; lower < tracks.size(); lower++) {
                double height = (tracks.get(lower).yPx() - tracks.get(upper).yPx()) / page.pxPerMm();
                if (height > HIGHEST_MM) {
                    break;
                }
                if (height >= LOWEST_MM) {
                    between(upper, lower, found);
                }
            }
        }
        keepBest(found);
    }

    /** In no order; none overlaps another. */
    static List<Row> of(RuledPage page) {
        return new CellRows(page).rows;
    }

    private void between(int upper, int lower, List<Row> found) {
        RuledTrack above = tracks.get(upper);
        RuledTrack below = tracks.get(lower);
        double px = page.pxPerMm();
        double top = above.yPx() / px;
        double bottom = below.yPx() / px;
        double height = bottom - top;
        double[] walls = walls(above, below);
        List<CellPattern> patterns = CellPattern.of(
                walls,
                (left, right) -> right - left <= SQUAT * height
                        && height <= SLIM * (right - left)
                        && Math.min(above.share(left * px, right * px), below.share(left * px, right * px)) >= RULED);
        for (CellPattern pattern : patterns) {
            Row row = new Row(pattern, top, bottom);
            if (!parted(upper, lower, row)) {
                found.add(row);
            }
        }
    }

    /** Whether another line cuts all its cells in two. */
    private boolean parted(int upper, int lower, Row row) {
        for (int i = upper + 1; i < lower; i++) {
            RuledTrack track = tracks.get(i);
            double y = track.yPx() / page.pxPerMm();
            if (y > row.top + LOWEST_MM / 2
                    && y < row.bottom - LOWEST_MM / 2
                    && track.share(row.cells.x() * page.pxPerMm(), row.cells.right() * page.pxPerMm()) > RULED) {
                return true;
            }
        }
        return false;
    }

    /** Middles of all that runs down from one line to another. */
    private double[] walls(RuledTrack above, RuledTrack below) {
        int width = page.vertical().width();
        int stride = page.vertical().height() + 1;
        int from = (int) (above.yPx() + CORNER_MM * page.pxPerMm());
        int to = (int) (below.yPx() - CORNER_MM * page.pxPerMm());
        List<Double> walls = new ArrayList<>();
        int start = -1;
        for (int x = 0; x <= width; x++) {
            boolean wall = x < width
                    && verticals[x * stride + to] - verticals[x * stride + from] >= WALLED * (to - from);
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

    /** Those of most cells first; what overlaps them is made of their own lines and of strokes. */
    private void keepBest(List<Row> found) {
        found.sort(Comparator.comparingInt((Row row) -> row.cells.count())
                .thenComparingDouble(row -> row.cells.w())
                .reversed());
        for (Row row : found) {
            if (rows.stream().noneMatch(kept -> kept.box().overlaps(row.box(), OVERLAP_MM))) {
                rows.add(row);
            }
        }
    }
}
