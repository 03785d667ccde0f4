package numeral.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import numeral.form.page.Box;

/** What must hold between the parts of a template. */
final class TemplateGeometry {
    /** Boxes that share a printed line meet in the middle of it. */
    private static final double SHARED_LINE_MM = 0.5;

    private TemplateGeometry() {}

    static List<String> problems(double widthMm, double heightMm, Registration registration, List<FieldSpec> fields) {
        List<String> problems = new ArrayList<>();
        Box page = new Box(0, 0, widthMm, heightMm);
        if (registration instanceof Registration.Marks found) {
            marks(found.marks(), page, problems);
        } else if (registration instanceof Registration.Lines found) {
            lines(found.lines(), page, problems);
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < fields.size(); i++) {
            FieldSpec field = fields.get(i);
            if (!names.add(field.name())) {
                problems.add("field " + field.name() + " appears twice: names must be unique");
            }
            if (!page.contains(field.boxMm())) {
                problems.add("field " + field.name() + " at " + text(field.boxMm()) + " lies outside the page of "
                        + text(page) + " mm");
            }
            if (field.layout() instanceof Layout.Cells cells && cells.pitchMm() < cells.cellWMm()) {
                problems.add("field " + field.name() + ": pitch_mm " + cells.pitchMm() + " is less than cell_w_mm "
                        + cells.cellWMm() + ", so its cells overlap");
            }
            for (FieldSpec other : fields.subList(0, i)) {
                if (field.boxMm().overlaps(other.boxMm(), SHARED_LINE_MM)) {
                    problems.add("fields " + other.name() + " and " + field.name() + " overlap: " + text(other.boxMm())
                            + " and " + text(field.boxMm()) + " mm");
                }
            }
        }
        return problems;
    }

    private static void marks(List<Registration.Mark> marks, Box page, List<String> problems) {
        for (Registration.Mark mark : marks) {
            if (!page.contains(mark.boxMm())) {
                problems.add("registration mark at " + text(mark.boxMm()) + " mm lies outside the page");
            }
        }
        double widest = 0;
        for (Registration.Mark a : marks) {
            for (Registration.Mark b : marks) {
                for (Registration.Mark c : marks) {
                    double area = (b.xMm() - a.xMm()) * (c.yMm() - a.yMm()) - (c.xMm() - a.xMm()) * (b.yMm() - a.yMm());
                    widest = Math.max(widest, area / 2);
                }
            }
        }
        // A tenth of the page: from a smaller triangle errors of a pixel grow to millimetres in the far corner.
        if (widest < 0.1 * page.w() * page.h()) {
            problems.add("registration has no three marks that span a tenth of the page or more");
        }
    }

    private static void lines(List<Registration.Line> lines, Box page, List<String> problems) {
        int horizontal = 0;
        int vertical = 0;
        for (Registration.Line line : lines) {
            Box box = new Box(
                    Math.min(line.x1Mm(), line.x2Mm()),
                    Math.min(line.y1Mm(), line.y2Mm()),
                    Math.abs(line.x2Mm() - line.x1Mm()),
                    Math.abs(line.y2Mm() - line.y1Mm()));
            if (!page.contains(box)) {
                problems.add("registration line at " + text(box) + " mm lies outside the page");
            }
            if ((box.w() == 0) == (box.h() == 0)) {
                problems.add("registration line at " + text(box) + " mm is neither horizontal nor vertical");
            }
            horizontal += box.h() == 0 ? 1 : 0;
            vertical += box.w() == 0 ? 1 : 0;
        }
        if (horizontal < 2 || vertical < 2) {
            problems.add("registration has " + horizontal + " horizontal and " + vertical
                    + " vertical lines: two or more of each are needed");
        }
    }

    private static String text(Box box) {
        return String.format(Locale.ROOT, "x %.1f y %.1f w %.1f h %.1f", box.x(), box.y(), box.w(), box.h());
    }
}
