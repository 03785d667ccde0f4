package numeral.form;

import java.util.List;
import numeral.form.page.Lanes;

/** What may be left over of the printed lines of a window. */
final class LineResidue {
    private static final double NEAR_MM = 0.5;
    private static final double SHORTEST_MM = 1.5;
    /** How much thicker than printed a line may be: a stroke of most pens is thicker. */
    private static final double THICKER_MM = 0.1;

    private LineResidue() {}

    /** Marks every pixel within half a millimetre of a band. */
    static byte[] zone(FieldWindow window, List<PrintedBand> bands, double lineMm) {
        byte[] zone = new byte[window.ink().ink().length];
        double reach = (lineMm / 2 + NEAR_MM) * window.scale();
        for (PrintedBand band : bands) {
            Lanes lanes = new Lanes(window.ink(), band.horizontal());
            int from = Math.max(0, (int) (band.from() - reach));
            int to = Math.min(lanes.along(), (int) (band.to() + reach));
            int last = Math.min(lanes.across() - 1, (int) (band.last() + reach));
            for (int j = Math.max(0, (int) (band.first() - reach)); j <= last; j++) {
                for (int i = from; i < to; i++) {
                    zone[lanes.index(i, j)] = 1;
                }
            }
        }
        return zone;
    }

    /** Marks what still looks like a line: runs of ink of 1.5 mm or more along a band, close to it and as thin. */
    static byte[] runs(FieldWindow window, List<PrintedBand> bands, double lineMm) {
        byte[] marked = new byte[window.ink().ink().length];
        double reach = (lineMm / 2 + NEAR_MM) * window.scale();
        int shortest = (int) (SHORTEST_MM * window.scale());
        int thickest = (int) Math.ceil((lineMm + THICKER_MM) * window.scale());
        for (PrintedBand band : bands) {
            Lanes lanes = new Lanes(window.ink(), band.horizontal());
            int last = Math.min(lanes.across() - 1, (int) (band.last() + reach));
            for (int j = Math.max(0, (int) (band.first() - reach)); j <= last; j++) {
                mark(lanes, j, shortest, thickest, marked);
            }
        }
        return marked;
    }

    private static void mark(Lanes lanes, int j, int shortest, int thickest, byte[] marked) {
        int start = -1;
        for (int i = 0; i <= lanes.along(); i++) {
            boolean dark = i < lanes.along() && lanes.ink(i, j) && lanes.thin(i, j, thickest);
            if (dark && start < 0) {
                start = i;
            } else if (!dark && start >= 0) {
                for (int k = start; k < i && i - start >= shortest; k++) {
                    marked[lanes.index(k, j)] = 1;
                }
                start = -1;
            }
        }
    }
}
