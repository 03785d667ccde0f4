package numeral.form;

import numeral.form.page.Box;
import numeral.form.page.Components;
import numeral.form.page.Runs;

/**
 * Tells which components of a window are written in its field: no specks, nothing from outside, no captions, nothing that remains of a printed
 * line.
 */
final class FieldInk {
    /** A component belongs to the field when this share of it lies inside. */
    private static final double INSIDE = 0.5;

    /** A component with this share where a line was printed may be what remains of it. */
    private static final double ON_LINE = 0.9;

    /** What remains of a line is thinner than this share of it, as far as so many pixels of the scan tell. */
    private static final double THIN = 0.8;

    private static final double THIN_PX = 3;
    /** What is that high within its box, as a share of it, is more than a rest of a line. */
    private static final double TALL = 0.4;

    private final FieldWindow window;
    private final Components components;
    private final FieldSpec field;
    private final FormSettings settings;
    private final boolean[] kept;

    /**
     * @param zone for each pixel of the window 1 where a line was printed nearby
     * @param lineMm how thick that line is
     * @param pixelMm the longer side of the scan's pixels
     */
    FieldInk(FieldWindow window, FieldSpec field, FormSettings settings, byte[] zone, double lineMm, double pixelMm) {
        this.window = window;
        this.components = Components.of(window.ink());
        this.field = field;
        this.settings = settings;
        this.kept = kept(zone, Math.max(THIN * lineMm, THIN_PX * pixelMm));
    }

    private boolean[] kept(byte[] zone, double thinMm) {
        int[] inside = new int[components.count() + 1];
        int[] onLine = new int[components.count() + 1];
        int width = window.ink().width();
        Box mm = field.boxMm();
        int left = (int) window.xPx(mm.x());
        int right = (int) window.xPx(mm.right());
        int top = (int) window.yPx(mm.y());
        int bottom = (int) window.yPx(mm.bottom());
        Runs runs = components.runs();
        for (int run = 0; run < runs.count(); run++) {
            int label = components.labelOf(run);
            if (runs.row(run) >= top && runs.row(run) < bottom) {
                inside[label] += Math.max(0, Math.min(runs.to(run), right) - Math.max(runs.from(run), left));
            }
            int row = runs.row(run) * width;
            for (int x = runs.from(run); x < runs.to(run); x++) {
                onLine[label] += zone[row + x];
            }
        }
        boolean[] print = SmallPrint.of(components, window, field);
        boolean[] own = new boolean[components.count() + 1];
        for (int label = 1; label <= components.count(); label++) {
            int area = components.area(label);
            own[label] = !print[label]
                    && window.mm2(area) >= settings.speckleMm2()
                    && inside[label] >= INSIDE * area
                    && (onLine[label] < ON_LINE * area || stroke(label, thinMm));
        }
        return own;
    }

    /** Whether what lies where a line was is a stroke of the pen along it, such as the foot of a 2. On a strip it would stand for a digit of its own. */
    private boolean stroke(int label, double thinMm) {
        double mm2 = window.mm2(components.area(label));
        double lengthMm = Math.max(components.width(label), components.height(label)) / window.scale();
        return field.layout() instanceof Layout.Cells && mm2 >= settings.minInkMm2() && mm2 >= thinMm * lengthMm;
    }

    /** All components of the window, the field's and others. */
    Components components() {
        return components;
    }

    /** Whether a component, from 1, is the field's. */
    boolean has(int label) {
        return kept[label];
    }

    /** Ink of the field. */
    long areaPx() {
        long area = 0;
        for (int label = 1; label <= components.count(); label++) {
            area += kept[label] ? components.area(label) : 0;
        }
        return area;
    }

    /** Ink well within the field that was taken for what remains of a line; a digit may hide in it. */
    long droppedPx() {
        Box mm = field.boxMm();
        long dropped = 0;
        for (int label = 1; label <= components.count(); label++) {
            Box box = window.boxMm(
                    components.left(label), components.top(label), components.right(label), components.bottom(label));
            boolean tall = box.h() >= TALL * mm.h() && box.y() >= mm.y() && box.bottom() <= mm.bottom();
            if (!kept[label] && tall && box.x() >= mm.x() && box.right() <= mm.right()) {
                dropped += components.area(label);
            }
        }
        return dropped;
    }
}
