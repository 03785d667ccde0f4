package numeral.synth;

import numeral.form.FieldSpec;
import numeral.form.Identity;
import numeral.form.Layout;
import numeral.form.Registration;
import numeral.form.Template;
import numeral.form.page.Box;

/** What the printer puts on every copy of a form: registration, code, boxes, names of the fields. */
final class PrintedForm {
    private static final double PRINT = 0.95;
    private static final double TITLE_MM = 5;
    private static final double LABEL_MM = 2.2;
    private static final double LABEL_GAP_MM = 1.3;
    private static final double DEFAULT_LINE_MM = 0.3;

    private final Template template;
    private final Ink ink;
    private final Placement placement;

    PrintedForm(Template template, Ink ink, Placement placement) {
        this.template = template;
        this.ink = ink;
        this.placement = placement;
    }

    void draw() {
        if (template.registration() instanceof Registration.Marks marks) {
            marks.marks().forEach(mark -> fill(mark.boxMm()));
        } else if (template.registration() instanceof Registration.Lines lines) {
            double thickness = template.lineMm() > 0 ? template.lineMm() : DEFAULT_LINE_MM;
            lines.lines().forEach(line -> line(line.x1Mm(), line.y1Mm(), line.x2Mm(), line.y2Mm(), thickness));
        }
        if (template.identity() instanceof Identity.Code code) {
            new PrintedCode(template, code).bars().forEach(this::fill);
        }
        text(
                template.name(),
                template.widthMm() / 2 - 0.4 * TITLE_MM * template.name().length(),
                30,
                TITLE_MM);
        for (FieldSpec field : template.fields()) {
            Box box = field.boxMm();
            text(field.name().replace('_', ' '), box.x(), box.y() - LABEL_GAP_MM - LABEL_MM, LABEL_MM);
            if (template.lineMm() > 0) {
                outline(field, box);
            }
        }
    }

    private void outline(FieldSpec field, Box box) {
        if (field.layout() instanceof Layout.Cells cells) {
            for (int i = 0; i < field.length(); i++) {
                rectangle(cells.cellMm(i));
            }
        } else {
            rectangle(box);
        }
    }

    private void rectangle(Box box) {
        double thickness = template.lineMm();
        double right = box.x() + box.w();
        double bottom = box.y() + box.h();
        line(box.x(), box.y(), right, box.y(), thickness);
        line(box.x(), bottom, right, bottom, thickness);
        line(box.x(), box.y(), box.x(), bottom, thickness);
        line(right, box.y(), right, bottom, thickness);
    }

    private void line(double x1, double y1, double x2, double y2, double thickness) {
        double half = thickness / 2;
        fill(new Box(
                Math.min(x1, x2) - half,
                Math.min(y1, y2) - half,
                Math.abs(x2 - x1) + thickness,
                Math.abs(y2 - y1) + thickness));
    }

    private void fill(Box box) {
        double[] cornersX = {box.x(), box.x() + box.w(), box.x() + box.w(), box.x()};
        double[] cornersY = {box.y(), box.y(), box.y() + box.h(), box.y() + box.h()};
        double[] x = new double[4];
        double[] y = new double[4];
        for (int i = 0; i < 4; i++) {
            x[i] = placement.xPx(cornersX[i], cornersY[i]);
            y[i] = placement.yPx(cornersX[i], cornersY[i]);
        }
        ink.fill(x, y, PRINT);
    }

    private void text(String text, double xMm, double yMm, double heightMm) {
        ink.draw(placement.place(Letters.print(text, xMm, yMm, heightMm)), PRINT);
    }
}
