package numeral.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import numeral.form.page.Box;
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
    }

    /** The crops of the cells that hold a digit. */
    static List<Crop> cut(FieldWindow window, FieldInk own, FieldSpec field, byte[] residue, double minInkMm2) {
        return new CellCutter(window, own, field).crops(residue, minInkMm2);
    }

    private List<Crop> crops(byte[] residue, double minInkMm2) {
        int[] owners = new int[width * window.ink().height()];
        Extent[] extents = Extent.ofOwners(field.length());
        giveAway(owners, extents);
        Glyphs glyphs = new Glyphs(window, owners, extents, residue);
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

    /** Fills in the owner of each pixel of the field's ink, the first cell's being 1, and the extent of what each owns. */
    private void giveAway(int[] owners, Extent[] extents) {
        int[] ownerOf = ownerOf();
        Runs runs = own.components().runs();
        for (int run = 0; run < runs.count(); run++) {
            int label = own.components().labelOf(run);
            if (!own.has(label)) {
                continue;
            }
            int row = runs.row(run);
            for (int from = runs.from(run), to; from < runs.to(run); from = to) {
                int owner = ownerOf[label] == DIVIDED ? 1 + cellOfColumn[from] : ownerOf[label];
                to = ownerOf[label] == DIVIDED ? endOfCell(from, runs.to(run)) : runs.to(run);
                Arrays.fill(owners, row * width + from, row * width + to, owner);
                extents[owner].addRun(from, to, row);
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
            for (int x = runs.from(run); x < runs.to(run); x++) {
                ink[cellOfColumn[x]]++;
            }
        }
        int[] ownerOf = new int[components.count() + 1];
        for (int label = 1; label <= components.count(); label++) {
            int most = most(inkOfCell[label]);
            ownerOf[label] = inkOfCell[label][most] >= OWN * components.area(label) ? 1 + most : DIVIDED;
        }
        return ownerOf;
    }

    /** The first column behind one that is another cell's; {@code last} where there is none before it. */
    private int endOfCell(int from, int last) {
        int to = from + 1;
        while (to < last && cellOfColumn[to] == cellOfColumn[from]) {
            to++;
        }
        return to;
    }

    private static int most(int[] counts) {
        int most = 0;
        for (int i = 1; i < counts.length; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        return most;
    }
}
