package numeral.form;

import java.util.Arrays;
import numeral.form.page.Lanes;

/** Follows a printed band through a window by the runs of ink across it. */
final class LineTrack {
    private static final double BLOCK_MM = 2;
    /** A block in which the line shows in a smaller share of its columns takes its place from its neighbours. */
    private static final double PRESENT = 0.25;

    /** A block so many pixels thicker than the line usually is holds more than the line. */
    private static final double THICKER_PX = 1;

    /** Share of the places along a line that are thinner than it usually is, the pen making some of the others thicker. */
    private static final double THINNER_SHARE = 0.4;

    /** The same for a short line that looks too thick: the pen may make most of it so. */
    private static final double LEAST_SHARE = 0.15;
    /** What shows on a smaller share of a line is not the line, where it is too thick. */
    private static final double THROUGHOUT = 0.8;

    private final Lanes lanes;
    private final PrintedBand band;
    /** Where the band is expected, across. */
    private final double place;

    private final int start;
    private final int end;
    private final double search;
    private final double thickest;
    private final double[] middles;
    private final double[] widths;
    private final int[] allWidths;
    private int allSeen;
    private final double usual;
    private final int block;
    /** By places from the start on. */
    private final int[] blockOf;

    /**
     * @param slackPx how far the line may run from where the fit puts it
     * @param toldPx how thick other lines say that it is
     */
    LineTrack(FieldWindow window, PrintedBand band, double linePx, double slackPx, double toldPx) {
        this.band = band;
        place = (band.first() + band.last()) / 2;
        int overhang = (int) (linePx + window.scale());
        start = Math.max(0, (int) band.from() - overhang);
        int behind = (int) Math.ceil(band.to()) + overhang;
        lanes = new Lanes(window.ink(), band.horizontal(), place, start, behind);
        end = Math.min(lanes.along(), behind);
        search = slackPx + linePx / 2;
        thickest = 2 * linePx + 2 + band.last() - band.first();
        block = Math.max(4, (int) (BLOCK_MM * window.scale()));
        int blocks = Math.max(1, (end - start) / block);
        middles = new double[blocks];
        widths = new double[blocks];
        allWidths = new int[Math.max(0, end - start)];
        blockOf = new int[allWidths.length];
        for (int b = 0; b < blocks; b++) {
            int from = start + b * block;
            int to = b == blocks - 1 ? end : from + block;
            Arrays.fill(blockOf, from - start, Math.max(from, to) - start, b);
            measure(b, from, to);
        }
        usual = usual(toldPx);
        borrow();
    }

    /** How thick the line usually is in pixels; 0 where it does not show. */
    double usual() {
        return usual;
    }

    /** The window's ink along the band. */
    Lanes lanes() {
        return lanes;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    /** Middle of the band at a place along it; NaN where it does not show. */
    double middle(int i) {
        double at = (i - start) / (double) block - 0.5;
        int b = blockOf[i - start];
        int other = Math.max(0, Math.min(middles.length - 1, at < b ? b - 1 : b + 1));
        double weight = Double.isNaN(middles[other]) ? 0 : Math.abs(at - b);
        return weight == 0 || other == b ? middles[b] : middles[b] * (1 - weight) + middles[other] * weight;
    }

    double width(int i) {
        return widths[blockOf[i - start]];
    }

    /** Median middle and median width of the runs in a block. */
    private void measure(int b, int from, int to) {
        int[] sumsSeen = new int[to - from];
        int[] widthsSeen = new int[to - from];
        int seen = 0;
        int first = Math.max(0, (int) (band.first() - search));
        int end = Math.min(lanes.across(), (int) (band.last() + search) + 1);
        for (int i = from; i < to; i++) {
            int firstInk = Integer.MAX_VALUE;
            int lastInk = -1;
            int runEnd;
            for (int j = lanes.nextInk(i, first, end); j < end; j = lanes.nextInk(i, runEnd, end)) {
                int runStart = lanes.runStart(i, j);
                runEnd = lanes.runEnd(i, j);
                if (runEnd - runStart > thickest) {
                    continue;
                }
                boolean pair = band.last() > band.first();
                double distance = Math.abs((runStart + runEnd) / 2.0 - place);
                if (pair) {
                    firstInk = Math.min(firstInk, runStart);
                    lastInk = runEnd;
                } else if (lastInk < 0 || distance < Math.abs((firstInk + lastInk) / 2.0 - place)) {
                    firstInk = runStart;
                    lastInk = runEnd;
                }
            }
            if (lastInk - firstInk > band.last() - band.first() && lastInk > 0) {
                sumsSeen[seen] = firstInk + lastInk;
                widthsSeen[seen++] = lastInk - firstInk;
                allWidths[allSeen++] = lastInk - firstInk;
            }
        }
        middles[b] = Double.NaN;
        widths[b] = 0;
        if (seen >= PRESENT * (to - from)) {
            middles[b] = ranked(sumsSeen, seen, seen / 2) / 2.0;
            widths[b] = ranked(widthsSeen, seen, seen / 2);
        }
    }

    /**
     * How thick the line usually is, over its whole length; 0 where it does not show. A stroke of the pen that runs along most of it is passed over.
     */
    private double usual(double told) {
        double usual = thickness(THINNER_SHARE);
        if (usual <= told) {
            return usual;
        }
        double least = thickness(LEAST_SHARE);
        boolean throughout = allSeen >= THROUGHOUT * (band.to() - band.from());
        return throughout || least <= told + THICKER_PX ? Math.max(least, told) : 0;
    }

    private double thickness(double thinnerShare) {
        return allSeen == 0 ? 0 : ranked(allWidths, allSeen, (int) (thinnerShare * allSeen));
    }

    /** What would be at that place if the values were sorted; they lie close together. */
    private static int ranked(int[] values, int count, int place) {
        int least = values[0];
        int most = values[0];
        for (int i = 1; i < count; i++) {
            least = Math.min(least, values[i]);
            most = Math.max(most, values[i]);
        }
        int[] times = new int[most - least + 1];
        for (int i = 0; i < count; i++) {
            times[values[i] - least]++;
        }
        int value = least;
        for (int before = times[0]; before <= place; before += times[value - least]) {
            value++;
        }
        return value;
    }

    /** A block where the line does not show, or where a stroke along it makes it look thick, takes over from the nearest that is sound. */
    private void borrow() {
        double[] sound = middles.clone();
        for (int b = 0; b < sound.length; b++) {
            sound[b] = widths[b] <= usual + THICKER_PX ? sound[b] : Double.NaN;
        }
        for (int b = 0; b < sound.length; b++) {
            if (Double.isNaN(sound[b])) {
                int from = nearest(sound, b);
                middles[b] = sound[from];
                widths[b] = widths[from];
            }
            widths[b] = Math.max(widths[b], usual);
        }
    }

    private static int nearest(double[] sound, int b) {
        for (int distance = 1; distance < sound.length; distance++) {
            if (b - distance >= 0 && !Double.isNaN(sound[b - distance])) {
                return b - distance;
            }
            if (b + distance < sound.length && !Double.isNaN(sound[b + distance])) {
                return b + distance;
            }
        }
        return b;
    }
}
