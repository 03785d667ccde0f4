package numeral.form;

import java.util.ArrayList;
import java.util.List;
import numeral.form.page.Components;
import numeral.form.page.Runs;

/**
 * Gives the ink of a row of cells to its cells. A digit that leaves its cell stays whole: a component belongs to the cell that holds most of
 * it, and is cut at the border only where two cells have a good part of it each.
 */
final class CellCutter {
    /** A component with this share of its ink in one cell belongs there whole. */
    private static final double OWN = 0.75;
    /** Owner of a component that several cells have a part of. */
    private static final int DIVIDED = 0;

    private final FieldWindow window;
    private final FieldInk own;
    private final FieldSpec field;
    private final Layout.Cells cells;
    private final int width;
    private final int[] cellOfColumn;
    /** For each column the first one behind it that is another cell's. */
    private final int[] endOfCell;

    private CellCutter(FieldWindow window, FieldInk own, FieldSpec field) {
        this.window = window;
        this.own = own;
        this.field = field;
        this.cells = (Layout.Cells) field.layout();
        this.width = window.ink().width();
        this.cellOfColumn = new int[width];
        double gapMm = cells.pitchMm() - cells.cellWMm();
        for (int x = 0; x < width; x++) {
            double mm = window.xMm() + (x + 0.5) / window.scale();
            int cell = (int) Math.floor((mm - cells.xMm() + gapMm / 2) / cells.pitchMm());
            cellOfColumn[x] = Math.max(0, Math.min(field.length() - 1, cell));
        }
        this.endOfCell = new int[width];
        for (int x = width - 1; x >= 0; x--) {
            boolean last = x == width - 1 || cellOfColumn[x + 1] != cellOfColumn[x];
            endOfCell[x] = last ? x + 1 : endOfCell[x + 1];
        }
    }

    /** The crops of the cells that hold a digit. */
    static List<Crop> cut(FieldWindow window, FieldInk own, FieldSpec field, byte[] residue, double minInkMm2) {
        return new CellCutter(window, own, field).crops(residue, minInkMm2);
    }

    private List<Crop> crops(byte[] residue, double minInkMm2) {
        Glyphs glyphs = new Glyphs(window, field.length(), residue);
        giveAway(glyphs);
        List<Crop> crops = new ArrayList<>();
        int reach = (int) (cells.pitchMm() * window.scale() / 2);
        for (int i = 0; i < field.length(); i++) {
            int left = Math.max(0, (int) window.xPx(cells.cellMm(i).x()) - reach);
            int right = Math.min(width, (int) window.xPx(cells.cellMm(i).right()) + reach);
            glyphs.crop(i, i + 1, left, right, minInkMm2, 0).ifPresent(crops::add);
        }
        return crops;
    }

    /** Gives each stretch of the field's ink to a cell, the first one being 1. */
    private void giveAway(Glyphs glyphs) {
        int[] ownerOf = ownerOf();
        Runs runs = own.components().runs();
        for (int run = 0; run < runs.count(); run++) {
            int label = own.components().labelOf(run);
            if (!own.has(label)) {
                continue;
            }
            if (ownerOf[label] != DIVIDED) {
                glyphs.give(ownerOf[label], runs.from(run), runs.to(run), runs.row(run));
                continue;
            }
            for (int from = runs.from(run), to; from < runs.to(run); from = to) {
                to = Math.min(runs.to(run), endOfCell[from]);
                glyphs.give(1 + cellOfColumn[from], from, to, runs.row(run));
            }
        }
    }

    /** For each component the one cell that owns it, or {@link #DIVIDED}. */
    private int[] ownerOf() {
        Components components = own.components();
        Runs runs = components.runs();
        int[][] inkOfCell = new int[components.count() + 1][field.length()];
        for (int run = 0; run < runs.count(); run++) {
            int[] ink = inkOfCell[components.labelOf(run)];
            for (int from = runs.from(run), to; from < runs.to(run); from = to) {
                to = Math.min(runs.to(run), endOfCell[from]);
                ink[cellOfColumn[from]] += to - from;
            }
        }
        int[] ownerOf = new int[components.count() + 1];
        for (int label = 1; label <= components.count(); label++) {
            int most = most(inkOfCell[label]);
            ownerOf[label] = inkOfCell[label][most] >= OWN * components.area(label) ? 1 + most : DIVIDED;
        }
        return ownerOf;
    }

    private static int most(int[] counts) {
        int most = 0;
        for (int i = 1; i < counts.length; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        return most;
    }
}
