package numeral.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import numeral.form.page.Box;
import numeral.form.page.Components;
import numeral.form.page.Runs;

/**
 * Cuts a strip into more pieces than it has digits: connected components, and those that are wide along their cheapest seams. Arcs join
 * neighbouring pieces; their costs are negative log priors of touching, gaps, widths and heights.
 */
final class StripSegmenter {
    private static final int MOST_PIECES = 8;
    private static final double WIDEST = 1.7;
    /** Joined pieces that cost more are no digit: among thousands that were, none cost more than 3.2. */
    private static final double MOST_COST = 5;

    private static final double CUT_FROM = 0.55;
    /** What a cut through one stroke costs; digits that touch by a pixel are cut for next to nothing. */
    private static final double CUT_COST = 3;

    private static final double CUT_STROKES = 2.6;
    private static final double FRAGMENT = 0.4;
    private static final double NEAR = 0.35;
    private static final int NONE = -1;
    private static final Seams.Seam[] UNCUT = {};

    private final FieldWindow window;
    private final FieldInk own;
    private final Components components;
    private final int width;
    /** For each component its first piece, from left to right, and the cuts between its pieces; those of what is no digit have none. */
    private final int[] firstPiece;

    private final Seams.Seam[][] seams;
    private double digitHeight;
    private double strokeWidth;
    private long droppedPx;
    private final List<Piece> pieces = new ArrayList<>();

    private StripSegmenter(FieldWindow window, FieldInk own) {
        this.window = window;
        this.own = own;
        components = own.components();
        width = window.ink().width();
        firstPiece = new int[components.count() + 1];
        Arrays.fill(firstPiece, NONE);
        seams = new Seams.Seam[components.count() + 1][];
        Arrays.fill(seams, UNCUT);
    }

    /**
     * @param nodes number of pieces; node i lies left of piece i
     * @param droppedPx ink of fragments far from any piece
     */
    record Lattice(int nodes, List<Crop> crops, long droppedPx) {}

    /** A run of ink that is never divided again. */
    private static final class Piece {
        /** Ink that the cut on its left side goes through; 0 where its component begins. */
        private final double cutInk;

        private final Extent extent = new Extent();

        Piece(double cutInk) {
            this.cutInk = cutInk;
        }

        double middle() {
            return (extent.left() + extent.right()) / 2.0;
        }
    }

    static Lattice cut(FieldWindow window, FieldInk own, Box fieldMm, byte[] residue) {
        StripSegmenter segmenter = new StripSegmenter(window, own);
        segmenter.measure(fieldMm.h() * window.scale());
        segmenter.cutPieces();
        Glyphs glyphs = segmenter.glyphs(residue);
        return new Lattice(segmenter.pieces.size(), segmenter.arcs(glyphs), segmenter.droppedPx);
    }

    /** Height of a digit: median of the components that are no fragments. Width of a stroke: mean run of ink in the thinner direction. */
    private void measure(double boxHeight) {
        int[] heights = new int[components.count() + 1];
        int count = 0;
        for (int label = 1; label <= components.count(); label++) {
            if (own.has(label) && components.height(label) > 0.3 * boxHeight) {
                heights[count++] = components.height(label);
            }
        }
        Arrays.sort(heights, 0, count);
        digitHeight = count == 0 ? 0.6 * boxHeight : heights[count / 2];
        long area = 0;
        long rowRuns = 0;
        long columnRuns = 0;
        byte[] ink = window.ink().ink();
        Runs runs = components.runs();
        for (int run = 0; run < runs.count(); run++) {
            if (own.has(components.labelOf(run))) {
                area += runs.to(run) - runs.from(run);
                rowRuns++;
                int row = runs.row(run) * width;
                for (int at = row + runs.from(run); at < row + runs.to(run); at++) {
                    columnRuns += at < width || ink[at - width] == 0 ? 1 : 0;
                }
            }
        }
        strokeWidth = Math.max(1, (double) area / Math.max(rowRuns, columnRuns));
    }

    private void cutPieces() {
        List<Integer> fragments = new ArrayList<>();
        for (int label = 1; label <= components.count(); label++) {
            if (!own.has(label)) {
                continue;
            }
            if (components.height(label) < FRAGMENT * digitHeight && components.width(label) < FRAGMENT * digitHeight) {
                fragments.add(label);
                continue;
            }
            if (components.width(label) >= CUT_FROM * digitHeight) {
                seams[label] = Seams.of(components, label, digitHeight, CUT_STROKES * strokeWidth)
                        .toArray(UNCUT);
            }
            firstPiece[label] = pieces.size();
            pieces.add(new Piece(0));
            for (Seams.Seam seam : seams[label]) {
                pieces.add(new Piece(seam.inkPx()));
            }
        }
        eachStretch((piece, from, to, row) -> pieces.get(piece).extent.addRun(from, to, row));
        fragments.forEach(this::attach);
    }

    /** Ink of one piece, side by side in a row. */
    private interface Stretch {
        void of(int piece, int from, int to, int row);
    }

    private void eachStretch(Stretch stretch) {
        Runs runs = components.runs();
        for (int run = 0; run < runs.count(); run++) {
            int label = components.labelOf(run);
            if (firstPiece[label] == NONE) {
                continue;
            }
            int row = runs.row(run);
            for (int from = runs.from(run), to; from < runs.to(run); from = to) {
                int piece = firstPiece[label];
                to = runs.to(run);
                for (Seams.Seam seam : seams[label]) {
                    int column = seam.columns()[row - components.top(label)];
                    piece += column <= from ? 1 : 0;
                    to = column > from ? Math.min(to, column) : to;
                }
                stretch.of(piece, from, to, row);
            }
        }
    }

    /** A fragment, such as the bar of a 5, goes to the piece that it is close to; far from any it is dirt. */
    private void attach(int label) {
        double x = (components.left(label) + components.right(label)) / 2.0;
        double y = (components.top(label) + components.bottom(label)) / 2.0;
        Piece nearest = null;
        double distance = NEAR * digitHeight + components.width(label) / 2.0;
        for (Piece piece : pieces) {
            Extent extent = piece.extent;
            double dx = Math.max(0, Math.max(extent.left() - x, x - extent.right()));
            double dy = Math.max(0, Math.max(extent.top() - y, y - extent.bottom()));
            if (Math.hypot(dx, dy) < distance) {
                distance = Math.hypot(dx, dy);
                nearest = piece;
            }
        }
        if (nearest == null) {
            droppedPx += components.area(label);
            return;
        }
        firstPiece[label] = pieces.indexOf(nearest);
        nearest.extent.add(components.left(label), components.top(label));
        nearest.extent.add(components.right(label), components.bottom(label));
    }

    /** Brings the pieces in order from left to right; each owns its ink, the first one being 1. */
    private Glyphs glyphs(byte[] residue) {
        List<Piece> sorted = new ArrayList<>(pieces);
        sorted.removeIf(piece -> piece.extent.isEmpty());
        sorted.sort(Comparator.comparingDouble(Piece::middle));
        int[] rank = new int[pieces.size()];
        for (int i = 0; i < sorted.size(); i++) {
            rank[pieces.indexOf(sorted.get(i))] = i + 1;
        }
        Glyphs glyphs = new Glyphs(window, sorted.size(), residue);
        eachStretch((piece, from, to, row) -> glyphs.give(rank[piece], from, to, row));
        pieces.clear();
        pieces.addAll(sorted);
        return glyphs;
    }

    private List<Crop> arcs(Glyphs glyphs) {
        List<Crop> crops = new ArrayList<>();
        for (int from = 0; from < pieces.size(); from++) {
            Piece first = pieces.get(from);
            double cost = CUT_COST * first.cutInk / strokeWidth;
            Extent all = new Extent();
            all.add(first.extent);
            for (int to = from + 1; to <= Math.min(pieces.size(), from + MOST_PIECES); to++) {
                Piece last = pieces.get(to - 1);
                if (to > from + 1) {
                    cost += last.cutInk > 0 ? 0 : joinCost(all, last.extent);
                    all.add(last.extent);
                }
                double w = all.width() / digitHeight;
                if (w > WIDEST && to > from + 1) {
                    break;
                }
                double whole = cost + shapeCost(w, all.height() / digitHeight);
                if (to == from + 1 || whole <= MOST_COST) {
                    glyphs.crop(from, to, 0, width, 0, whole).ifPresent(crops::add);
                }
            }
        }
        return crops;
    }

    private double joinCost(Extent all, Extent last) {
        double gap = last.left() - all.right() - 1;
        if (gap >= 0) {
            return 2 + 8 * gap / digitHeight;
        }
        double overlap = -gap / Math.max(1, Math.min(all.width(), last.width()));
        return Math.max(0.3, 2 - 2 * overlap);
    }

    private static double shapeCost(double w, double h) {
        return 6 * Math.max(0, w - 1.15) + 8 * Math.max(0, 0.55 - h);
    }
}
