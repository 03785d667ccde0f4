package numeral.form;

import java.util.Arrays;
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
        int width = window.ink().width();
        for (PrintedBand band : bands) {
            boolean level = band.horizontal();
            int left = Math.max(0, (int) ((level ? band.from() : band.first()) - reach));
            int right = Math.min(width, (int) ((level ? band.to() : band.last() + 1) + reach));
            int top = Math.max(0, (int) ((level ? band.first() : band.from()) - reach));
            int bottom = Math.min(window.ink().height(), (int) ((level ? band.last() + 1 : band.to()) + reach));
            for (int y = top; y < bottom && left < right; y++) {
                Arrays.fill(zone, y * width + left, y * width + right, (byte) 1);
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
            double middle = (band.first() + band.last()) / 2;
            Lanes lanes = new Lanes(window.ink(), band.horizontal(), middle, 0, Integer.MAX_VALUE);
            int end = Math.min(lanes.across(), (int) (band.last() + reach) + 1);
            for (int j = Math.max(0, (int) (band.first() - reach)); j < end; j += Long.SIZE) {
                mark(lanes, j, Math.min(end, j + Long.SIZE), shortest, thickest, marked);
            }
        }
        return marked;
    }

    /** Marks those of up to 64 lanes. */
    private static void mark(Lanes lanes, int first, int end, int shortest, int thickest, byte[] marked) {
        int[] since = new int[Long.SIZE];
        long running = 0;
        for (int i = 0; i <= lanes.along(); i++) {
            long thin = i < lanes.along() ? lanes.thin(i, first, end, thickest) : 0;
            for (long changed = thin ^ running; changed != 0; changed &= changed - 1) {
                int lane = Long.numberOfTrailingZeros(changed);
                if ((thin >>> lane & 1) != 0) {
                    since[lane] = i;
                } else if (i - since[lane] >= shortest) {
                    for (int k = since[lane]; k < i; k++) {
                        marked[lanes.index(k, first + lane)] = 1;
                    }
                }
            }
            running = thin;
        }
    }
}
