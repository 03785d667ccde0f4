package numeral.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import numeral.form.page.Lanes;

/**
 * Takes the printed lines out of a window: erases the band of each, bridges it where a pen stroke crossed it and leaves it where one runs along
 * it.
 */
final class LineRemover {
    private static final double RAGGED_MM = 0.17;
    private static final double BRIDGED = 1.5;
    /** A band so much thicker than the line, for so long, holds a stroke of the pen as well. */
    private static final double PEN_MM = 0.12;

    private static final double STROKE_MM = 0.6;
    /** What makes more than this share of a line thick is not the pen. */
    private static final double MOST = 0.6;

    private final Lanes lanes;
    private final LineTrack track;
    private final double ragged;
    private final double pen;
    private final int stroke;
    /** Where the band begins and ends across, place by place from the track's start; empty where it does not show. */
    private final int[] bandFrom;

    private final int[] bandTo;
    private final List<int[]> upper = new ArrayList<>();
    private final List<int[]> lower = new ArrayList<>();

    private LineRemover(FieldWindow window, PrintedBand band, double lineMm, double slackMm, double toldPx) {
        track = new LineTrack(window, band, Math.max(1, lineMm * window.scale()), slackMm * window.scale(), toldPx);
        lanes = track.lanes();
        ragged = Math.max(1, RAGGED_MM * window.scale());
        pen = Math.max(1.5, PEN_MM * window.scale());
        stroke = (int) Math.ceil(STROKE_MM * window.scale());
        int length = Math.max(0, track.end() - track.start());
        bandFrom = new int[length];
        bandTo = new int[length];
        for (int i = 0; i < length; i++) {
            double middle = track.middle(track.start() + i);
            double half = track.width(track.start() + i) / 2;
            bandFrom[i] = Math.max(0, (int) Math.floor(middle - half));
            bandTo[i] = Double.isNaN(middle) ? 0 : Math.min(lanes.across(), (int) Math.ceil(middle + half));
        }
    }

    /**
     * Removes the bands one after the other: where two cross, the second one finds the first gone.
     *
     * @param slackMm how far a line may run from its band: farther off runs the pen
     */
    static void remove(FieldWindow window, List<PrintedBand> bands, double lineMm, double slackMm) {
        double levelPx = 0;
        for (PrintedBand band : bands) {
            // A wall is so short that one stroke may run along most of it: the longer lines tell how thick it is.
            boolean single = band.first() == band.last();
            boolean told = single && !band.horizontal() && levelPx > 0;
            LineRemover remover =
                    new LineRemover(window, band, lineMm, slackMm, told ? levelPx : Double.POSITIVE_INFINITY);
            if (single && band.horizontal()) {
                levelPx = Math.max(levelPx, remover.track.usual());
            }
            remover.erase();
            remover.bridge();
        }
    }

    private int bandFrom(int i) {
        return bandFrom[i - track.start()];
    }

    private int bandTo(int i) {
        return bandTo[i - track.start()];
    }

    /** The places along the line where a stroke of the pen runs in it: the band is a little thicker there than the line is, over a stretch. */
    private boolean[] alongPen() {
        boolean[] along = new boolean[lanes.along()];
        double longest = MOST * (track.end() - track.start());
        int from = track.start();
        int thick = 0;
        for (int i = track.start(); i <= track.end(); i++) {
            double excess = i < track.end() ? excess(i) : 0;
            if (excess >= pen) {
                thick += excess <= ragged ? 1 : 0;
                continue;
            }
            if (thick >= stroke && i - from <= longest) {
                Arrays.fill(along, from, i, true);
            }
            from = i + 1;
            thick = 0;
        }
        return along;
    }

    /** How much longer than the line is thick the longest run is that the band has a part in. */
    private double excess(int i) {
        int longest = 0;
        int to = bandTo(i);
        int end;
        for (int j = lanes.nextInk(i, bandFrom(i), to); j < to; j = lanes.nextInk(i, end, to)) {
            end = lanes.runEnd(i, j);
            longest = Math.max(longest, end - lanes.runStart(i, j));
        }
        return longest - track.width(i);
    }

    /** Runs hardly thicker than the line go whole, of others the part inside the band; where they went on is remembered. */
    private void erase() {
        boolean[] alongPen = alongPen();
        for (int i = track.start(); i < track.end(); i++) {
            if (alongPen[i]) {
                continue;
            }
            int from = bandFrom(i);
            int to = bandTo(i);
            int end;
            for (int j = lanes.nextInk(i, from, to); j < to; j = lanes.nextInk(i, end, to)) {
                int first = lanes.runStart(i, j);
                end = lanes.runEnd(i, j);
                boolean whole = end - first <= track.width(i) + ragged;
                int clearTo = whole ? end : Math.min(end, to);
                lanes.set(i, whole ? first : Math.max(first, from), clearTo, 0);
                if (!whole && from - first > ragged / 2) {
                    extend(upper, i);
                }
                if (!whole && end - to > ragged / 2) {
                    extend(lower, i);
                }
            }
        }
    }

    private static void extend(List<int[]> contacts, int i) {
        if (!contacts.isEmpty() && contacts.get(contacts.size() - 1)[1] >= i - 1) {
            contacts.get(contacts.size() - 1)[1] = i;
        } else {
            contacts.add(new int[] {i, i});
        }
    }

    /** Fills the band between strokes that end on its two sides close to each other. */
    private void bridge() {
        for (int[] u : upper) {
            for (int[] l : lower) {
                int middle = (Math.max(u[0], l[0]) + Math.min(u[1], l[1])) / 2;
                int from = bandFrom(middle) - 1;
                int to = bandTo(middle) + 1;
                int gap = Math.max(u[0], l[0]) - Math.min(u[1], l[1]);
                if (gap > BRIDGED * (to - from)) {
                    continue;
                }
                int narrow = Math.min(u[1] - u[0], l[1] - l[0]) + 1;
                int[] top = clipped(u, l, 2 * narrow);
                int[] bottom = clipped(l, u, 2 * narrow);
                for (int j = Math.max(0, from); j < Math.min(lanes.across(), to); j++) {
                    double part = (j - from + 0.5) / (to - from);
                    int left = (int) Math.round(top[0] + (bottom[0] - top[0]) * part);
                    int right = (int) Math.round(top[1] + (bottom[1] - top[1]) * part);
                    for (int i = left; i <= right; i++) {
                        lanes.set(i, j, j + 1, 1);
                    }
                }
            }
        }
    }

    /** A contact much longer than its partner runs along the line: only the part that faces the partner crosses it. */
    private static int[] clipped(int[] contact, int[] partner, int longest) {
        if (contact[1] - contact[0] < longest) {
            return contact;
        }
        int length = partner[1] - partner[0];
        int left = Math.max(contact[0], Math.min(partner[0], contact[1] - length));
        return new int[] {left, Math.min(contact[1], left + length)};
    }
}
