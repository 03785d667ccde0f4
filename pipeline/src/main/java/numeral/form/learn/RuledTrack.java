package numeral.form.learn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import numeral.form.page.Bitmap;
import numeral.form.page.Components;

/**
 * All that is ruled at one height of a level page, from its left to its right border.
 *
 * @param yPx height of the middle
 * @param sums for each column how many columns before it are ruled
 */
record RuledTrack(double yPx, int[] sums) {
    /** Two lines that are nearer to each other than this are one. */
    private static final double APART_MM = 0.6;

    /** Lines on paper that is not quite flat leave their height by so much. */
    private static final double SLACK_MM = 0.3;

    private static final double SHORTEST_MM = 2.2;

    private record Run(double y, int length) {}

    /** From the top of the page to its bottom. */
    static List<RuledTrack> of(RuledPage page) {
        Bitmap lines = page.horizontal();
        Components parts = Components.of(lines);
        List<Run> runs = new ArrayList<>();
        for (int label = 1; label <= parts.count(); label++) {
            if (parts.width(label) >= SHORTEST_MM * page.pxPerMm()) {
                runs.add(run(lines, parts, label));
            }
        }
        runs.sort(Comparator.comparingInt(Run::length).reversed());
        List<RuledTrack> tracks = new ArrayList<>();
        for (Run run : runs) {
            if (tracks.stream().allMatch(other -> Math.abs(other.yPx - run.y) > APART_MM / 2 * page.pxPerMm())) {
                tracks.add(at(lines, run.y, slackPx(page.pxPerMm())));
            }
        }
        tracks.sort(Comparator.comparingDouble(RuledTrack::yPx));
        return tracks;
    }

    /** The mean height of the rows in which a line is nearly as long as at its longest; strokes may touch it. */
    private static Run run(Bitmap lines, Components parts, int label) {
        int[] lengths = new int[parts.height(label)];
        int longest = 0;
        for (int row = 0; row < lengths.length; row++) {
            int at = (parts.top(label) + row) * lines.width();
            for (int x = parts.left(label); x <= parts.right(label); x++) {
                lengths[row] += parts.labels()[at + x] == label ? 1 : 0;
            }
            longest = Math.max(longest, lengths[row]);
        }
        int rows = 0;
        double sum = 0;
        for (int row = 0; row < lengths.length; row++) {
            if (lengths[row] >= 0.8 * longest) {
                rows++;
                sum += parts.top(label) + row + 0.5;
            }
        }
        return new Run(sum / rows, longest);
    }

    private static RuledTrack at(Bitmap lines, double y, int slack) {
        int[] sums = new int[lines.width() + 1];
        for (int x = 0; x < lines.width(); x++) {
            boolean there = false;
            for (int j = (int) y - slack; j <= (int) y + slack; j++) {
                there |= lines.at(x, j);
            }
            sums[x + 1] = sums[x] + (there ? 1 : 0);
        }
        return new RuledTrack(y, sums);
    }

    /** How far above and below its height a track takes in what is ruled. */
    static int slackPx(double pxPerMm) {
        return (int) Math.round(SLACK_MM * pxPerMm);
    }

    /** Share of the columns from one to another that are ruled. */
    double share(double fromPx, double toPx) {
        int from = Math.max(0, (int) Math.round(fromPx));
        int to = Math.min(sums.length - 1, (int) Math.round(toPx));
        return to <= from ? 0 : (double) (sums[to] - sums[from]) / (to - from);
    }
}
