package numeral.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds the printed boxes of a level page: areas of a box's size that lines close in on all sides, whatever is written in them. */
final class BoxFinder {
    private static final double NARROWEST_MM = 2;
    private static final double LOWEST_MM = 2.5;
    private static final double HIGHEST_MM = 25;
    private static final double FULL = 0.5;
    private static final double STRAIGHT = 0.8;
    private static final double EDGE_MM = 0.4;
    private static final double CLARITY = 0.5;
    /** From the inner border of a thickened line to its middle: the pixel it was thickened by and half a line. */
    private static final double HALF_LINE_MM = 0.12;

    private final double pxPerMm;
    private final List<Box> boxes = new ArrayList<>();

    BoxFinder(LevelPage page, RuledPage ruled) {
        pxPerMm = page.pxPerMm();
        Bitmap horizontal = ruled.horizontal();
        Bitmap vertical = ruled.vertical();
        Bitmap areas = new Bitmap(horizontal.width(), horizontal.height());
        for (int at = 0; at < areas.ink().length; at++) {
            areas.ink()[at] = (byte) (1 - (horizontal.ink()[at] | vertical.ink()[at]));
        }
        Components components = Components.of(areas);
        double edge = 1 / pxPerMm + HALF_LINE_MM;
        for (int label = 1; label <= components.count(); label++) {
            Box box = new Box(
                    components.left(label) / pxPerMm - edge,
                    components.top(label) / pxPerMm - edge,
                    components.width(label) / pxPerMm + 2 * edge,
                    components.height(label) / pxPerMm + 2 * edge);
            long bounds = (long) components.width(label) * components.height(label);
            boolean atBorder = components.left(label) == 0
                    || components.top(label) == 0
                    || components.right(label) == areas.width() - 1
                    || components.bottom(label) == areas.height() - 1;
            if (!atBorder
                    && box.w() >= NARROWEST_MM
                    && box.h() >= LOWEST_MM
                    && box.h() <= HIGHEST_MM
                    && components.area(label) >= FULL * bounds
                    && straight(components, label, areas.width())) {
                boxes.add(box);
            }
        }
        dropUnclear(page);
    }

    /** Whether the area reaches its bounding box all along its four sides; what is written inside does not matter. */
    private static boolean straight(Components components, int label, int stride) {
        int left = components.left(label);
        int right = components.right(label);
        int top = components.top(label);
        int bottom = components.bottom(label);
        int[] labels = components.labels();
        int above = 0;
        int below = 0;
        for (int x = left; x <= right; x++) {
            above += labels[(top + 1) * stride + x] == label ? 1 : 0;
            below += labels[(bottom - 1) * stride + x] == label ? 1 : 0;
        }
        int before = 0;
        int behind = 0;
        for (int y = top; y <= bottom; y++) {
            before += labels[y * stride + left + 1] == label ? 1 : 0;
            behind += labels[y * stride + right - 1] == label ? 1 : 0;
        }
        return Math.min(above, below) >= STRAIGHT * (right - left + 1)
                && Math.min(before, behind) >= STRAIGHT * (bottom - top + 1);
    }

    /** Boxes by the middles of their lines, in millimetres, in no order. */
    List<Box> boxes() {
        return boxes;
    }

    /** Lines of text may close in a box as well, but not nearly as dark a one as the form's own. */
    private void dropUnclear(LevelPage page) {
        LineProbe probe = new LineProbe(page.grey(), 2 * HALF_LINE_MM);
        Affine map = Affine.scale(pxPerMm, pxPerMm);
        double[] clarities =
                boxes.stream().mapToDouble(box -> clarity(probe, box, map)).toArray();
        double[] sorted = Arrays.stream(clarities).sorted().toArray();
        for (int i = clarities.length - 1; i >= 0; i--) {
            if (clarities[i] < CLARITY * sorted[sorted.length / 2]) {
                boxes.remove(i);
            }
        }
    }

    private static double clarity(LineProbe probe, Box box, Affine map) {
        List<Registration.Line> outline = Registration.outline(box);
        return Math.min(
                LineShift.of(probe, outline, true, map, EDGE_MM).get(0).score(),
                LineShift.of(probe, outline, false, map, EDGE_MM).get(0).score());
    }
}
