package numeral.form;

import java.util.ArrayList;
import java.util.List;
import numeral.form.page.Box;

/**
 * One field of a template: a string of {@code length} digits.
 *
 * @param name unique within the template
 * @param minLength how few digits a value may have, at most {@code length}; fewer than {@code length} only in cells, side by side
 * @param required whether an empty field needs a person's look
 * @param sensitive whether the value is to be masked wherever people see it
 * @param checks what a true value satisfies
 */
public record FieldSpec(
        String name,
        Layout layout,
        int length,
        int minLength,
        boolean required,
        boolean sensitive,
        List<Check> checks) {

    public FieldSpec {
        checks = List.copyOf(checks);
    }

    /** The whole field in template millimetres. */
    public Box boxMm() {
        if (layout instanceof Layout.Cells cells) {
            return new Box(cells.xMm(), cells.yMm(), cells.pitchMm() * (length - 1) + cells.cellWMm(), cells.cellHMm());
        }
        Layout.Strip strip = (Layout.Strip) layout;
        return new Box(strip.xMm(), strip.yMm(), strip.wMm(), strip.hMm());
    }

    /**
     * How far the ink of a digit stays inside the printed border around it, negative beyond it. In a strip only above and below: neighbours stand on the
     * other sides.
     *
     * @param position of its cell, from 0; of no matter in a strip
     */
    public double borderMm(int position, Box ink) {
        if (layout instanceof Layout.Cells cells) {
            Box cell = cells.cellMm(position);
            double aside = Math.min(ink.x() - cell.x(), cell.right() - ink.right());
            return Math.min(aside, Math.min(ink.y() - cell.y(), cell.bottom() - ink.bottom()));
        }
        Box strip = boxMm();
        return Math.min(ink.y() - strip.y(), strip.bottom() - ink.bottom());
    }

    /** The printed lines around its cells or its strip, each once. */
    public List<Registration.Line> linesMm() {
        List<Registration.Line> lines = new ArrayList<>();
        if (!(layout instanceof Layout.Cells cells)) {
            addOutline(boxMm(), lines);
        } else if (cells.joined()) {
            Box box = boxMm();
            Box walls = cells.wallsMm(box);
            Box outer = cells.open() ? walls : box;
            if (!cells.open()) {
                lines.add(new Registration.Line(box.x(), box.y(), box.right(), box.y()));
            }
            lines.add(new Registration.Line(box.x(), box.bottom(), box.right(), box.bottom()));
            lines.add(vertical(box.x(), outer));
            for (int i = 1; i < length; i++) {
                lines.add(vertical(cells.cellMm(i).x(), walls));
            }
            lines.add(vertical(box.right(), outer));
        } else {
            for (int i = 0; i < length; i++) {
                addOutline(cells.cellMm(i), lines);
            }
        }
        return lines;
    }

    private static void addOutline(Box box, List<Registration.Line> lines) {
        addHorizontals(box, lines);
        lines.add(vertical(box.x(), box));
        lines.add(vertical(box.right(), box));
    }

    private static void addHorizontals(Box box, List<Registration.Line> lines) {
        lines.add(new Registration.Line(box.x(), box.y(), box.right(), box.y()));
        lines.add(new Registration.Line(box.x(), box.bottom(), box.right(), box.bottom()));
    }

    private static Registration.Line vertical(double xMm, Box box) {
        return new Registration.Line(xMm, box.y(), xMm, box.bottom());
    }
}
