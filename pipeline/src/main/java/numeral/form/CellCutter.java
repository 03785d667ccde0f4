package numeral.form;

import java.util.ArrayList;
import java.util.List;

/**
 * Gives the ink of a row of cells to its cells. A digit that leaves its cell stays whole: a component belongs to the cell that holds most of
 * it, and is cut at the border only where two cells have a good part of it each.
 */
final class CellCutter {
    /** A component with this share of its ink in one cell belongs there whole. */
    private static final double OWN = 0.75;

    private CellCutter() {}

    /** The crops of the cells that hold a digit. */
    static List<Crop> cut(
            FieldWindow window,
            Components components,
            boolean[] kept,
            FieldSpec field,
            byte[] residue,
            double minInkMm2) {
        Layout.Cells cells = (Layout.Cells) field.layout();
        int width = window.ink().width();
        int[] cellOfColumn = new int[width];
        double gapMm = cells.pitchMm() - cells.cellWMm();
        for (int x = 0; x < width; x++) {
            double mm = window.xMm() + (x + 0.5) / window.scale();
            int cell = (int) Math.floor((mm - cells.xMm() + gapMm / 2) / cells.pitchMm());
            cellOfColumn[x] = Math.max(0, Math.min(field.length() - 1, cell));
        }
        int[] labels = components.labels();
        int[][] inkOfCell = new int[components.count() + 1][field.length()];
        for (int at = 0; at < labels.length; at++) {
            if (labels[at] != 0) {
                inkOfCell[labels[at]][cellOfColumn[at % width]]++;
            }
        }
        int[] owners = new int[labels.length];
        for (int at = 0; at < labels.length; at++) {
            int label = labels[at];
            if (label != 0 && kept[label]) {
                int most = most(inkOfCell[label]);
                boolean whole = inkOfCell[label][most] >= OWN * components.area(label);
                owners[at] = 1 + (whole ? most : cellOfColumn[at % width]);
            }
        }
        Glyphs glyphs = new Glyphs(window, owners, residue);
        List<Crop> crops = new ArrayList<>();
        int reach = (int) (cells.pitchMm() * window.scale() / 2);
        for (int i = 0; i < field.length(); i++) {
            int left = Math.max(0, (int) window.xPx(cells.cellMm(i).x()) - reach);
            int right = Math.min(width, (int) window.xPx(cells.cellMm(i).right()) + reach);
            Box within = new Box(left, 0, right - left, window.ink().height());
            glyphs.crop(i + 1, i + 1, within, minInkMm2, i, i + 1, 0).ifPresent(crops::add);
        }
        return crops;
    }

    private static int most(int[] counts) {
        int most = 0;
        for (int i = 1; i < counts.length; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        return most;
    }
}
