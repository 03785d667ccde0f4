package numeral.form;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import numeral.form.page.Box;
import numeral.form.page.Raster;

/** A form put together line by line in millimetres, with the fields that a person would see on it. */
final class SketchedForm {
    /** Capitals of straight strokes, in boxes of 4 by 6 units: what is most easily taken for boxes. */
    private static final String[] LETTERS = {
        "0,6 0,0 4,0 0,0 0,3 3,3",
        "0,0 0,6 0,3 4,3 4,0 4,6",
        "0,0 0,6 4,6",
        "0,0 4,0 2,0 2,6",
        "0,6 0,0 4,6 4,0",
        "4,0 0,0 0,6 4,6 0,6 0,3 3,3",
        "1.2,0 2.8,0 4,1.5 4,4.5 2.8,6 1.2,6 0,4.5 0,1.5 1.2,0",
        "0,6 2,0 4,6 3,4 1,4",
    };

    private static final double WRITING_MM = 0.45;
    private static final double BORDER_MM = 0.5;

    private final double widthMm;
    private final double heightMm;
    private final List<Ink> print = new ArrayList<>();
    private final List<Ink> writing = new ArrayList<>();
    private final List<FieldSpec> fields = new ArrayList<>();
    private final Random random;

    /** How lines are printed; {@code dash} is empty for solid ones. */
    record Pen(double mm, int grey, float... dash) {
        static final Pen PLAIN = new Pen(0.3, 0);

        BasicStroke stroke() {
            return dash.length == 0
                    ? new BasicStroke((float) mm, BasicStroke.CAP_SQUARE, BasicStroke.JOIN_MITER)
                    : new BasicStroke((float) mm, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, dash, 0);
        }
    }

    private record Ink(Shape shape, BasicStroke stroke, int grey) {
        void print(Graphics2D graphics) {
            graphics.setColor(new Color(grey, grey, grey));
            if (stroke == null) {
                graphics.fill(shape);
            } else {
                graphics.setStroke(stroke);
                graphics.draw(shape);
            }
        }
    }

    SketchedForm(double widthMm, double heightMm, long seed) {
        this.widthMm = widthMm;
        this.heightMm = heightMm;
        random = new Random(seed);
    }

    double widthMm() {
        return widthMm;
    }

    double heightMm() {
        return heightMm;
    }

    /** What a person would see, in the order drawn. */
    List<FieldSpec> fields() {
        return fields;
    }

    /** A row of boxes, each with its own four sides. */
    SketchedForm cells(double x, double y, double w, double h, double pitch, int count, Pen pen) {
        for (int i = 0; i < count; i++) {
            frame(x + i * pitch, y, w, h, pen);
        }
        return field(new Layout.Cells(x, y, w, h, pitch), count);
    }

    /** A row of boxes that share their walls. */
    SketchedForm joined(double x, double y, double w, double h, int count, Pen pen) {
        frame(x, y, count * w, h, pen);
        return walls(x, y, w, h, count, pen).field(new Layout.Cells(x, y, w, h, w), count);
    }

    /** A closed box with ticks that rise from its lower side, as a share of its height. */
    SketchedForm comb(double x, double y, double w, double h, int count, double share, Pen pen) {
        frame(x, y, count * w, h, pen);
        return walls(x, y + (1 - share) * h, w, share * h, count, pen).field(new Layout.Cells(x, y, w, h, w), count);
    }

    /** A closed box with ticks that hang from its upper side, as a share of its height. */
    SketchedForm hangingComb(double x, double y, double w, double h, int count, double share, Pen pen) {
        frame(x, y, count * w, h, pen);
        return walls(x, y, w, share * h, count, pen)
                .field(new Layout.Cells(x, y, w, h, w, share * h, Layout.Comb.HANGING), count);
    }

    /** A base line with ticks on it and nothing above. */
    SketchedForm openComb(double x, double y, double w, double h, int count, Pen pen) {
        line(x, y + h, x + count * w, y + h, pen);
        line(x, y, x, y + h, pen).line(x + count * w, y, x + count * w, y + h, pen);
        return walls(x, y, w, h, count, pen).field(new Layout.Cells(x, y, w, h, w), count);
    }

    /** White boxes with no lines of their own, for being put on a tint: the border of the tint around them stands for lines. */
    SketchedForm white(double x, double y, double w, double h, double pitch, int count) {
        for (int i = 0; i < count; i++) {
            area(x + i * pitch, y, w, h, 255);
        }
        double out = BORDER_MM / 2;
        return field(new Layout.Cells(x - out, y - out, w + BORDER_MM, h + BORDER_MM, pitch), count);
    }

    /** A filled area. */
    SketchedForm area(double x, double y, double w, double h, int grey) {
        print.add(new Ink(new Rectangle2D.Double(x, y, w, h), null, grey));
        return this;
    }

    SketchedForm strip(double x, double y, double w, double h, int digits, Pen pen) {
        return frame(x, y, w, h, pen).field(new Layout.Strip(x, y, w, h), digits);
    }

    /** A box that is no field. */
    SketchedForm frame(double x, double y, double w, double h, Pen pen) {
        return line(x, y, x + w, y, pen)
                .line(x, y + h, x + w, y + h, pen)
                .line(x, y, x, y + h, pen)
                .line(x + w, y, x + w, y + h, pen);
    }

    SketchedForm line(double x1, double y1, double x2, double y2, Pen pen) {
        print.add(new Ink(new Line2D.Double(x1, y1, x2, y2), pen.stroke(), pen.grey()));
        return this;
    }

    SketchedForm text(double x, double y, double heightMm, int letters) {
        BasicStroke stroke = new BasicStroke((float) (0.13 * heightMm));
        for (int i = 0; i < letters; i++) {
            if (random.nextInt(7) > 0) {
                String strokes = LETTERS[random.nextInt(LETTERS.length)];
                print.add(new Ink(DrawnForm.path(strokes, x + i * 0.85 * heightMm, y, heightMm), stroke, 0));
            }
        }
        return this;
    }

    private SketchedForm walls(double x, double y, double w, double h, int count, Pen pen) {
        for (int i = 1; i < count; i++) {
            line(x + i * w, y, x + i * w, y + h, pen);
        }
        return this;
    }

    private SketchedForm field(Layout layout, int length) {
        fields.add(new FieldSpec("f" + fields.size(), layout, length, length, false, false, List.of()));
        return this;
    }

    /** Digits in all fields, as high as that share of them: from 0.8 on they touch the lines here and there. */
    SketchedForm filled(double share) {
        BasicStroke stroke = new BasicStroke((float) WRITING_MM, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
        for (FieldSpec field : fields) {
            Box box = field.boxMm();
            for (int i = 0; i < field.length(); i++) {
                double w = field.layout() instanceof Layout.Cells cells ? cells.cellWMm() : box.w() / field.length();
                double left = field.layout() instanceof Layout.Cells cells
                        ? cells.cellMm(i).x()
                        : box.x() + i * w;
                double height = Math.min(share * box.h(), 1.5 * share * w);
                double x = left + (w - height * 4 / 6) / 2 + 0.1 * w * random.nextGaussian();
                double y = box.y() + (box.h() - height) / 2 + 0.06 * box.h() * random.nextGaussian();
                char digit = (char) ('0' + random.nextInt(10));
                writing.add(new Ink(DrawnForm.digit(digit, x, y, height), stroke, 30));
            }
        }
        return this;
    }

    /** A scan with noise after {@code placement}, in millimetres. */
    Raster scan(int dpi, AffineTransform placement, double noise) {
        int width = (int) Math.round(widthMm * dpi / 25.4);
        int height = (int) Math.round(heightMm * dpi / 25.4);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.scale(dpi / 25.4, dpi / 25.4);
        graphics.transform(placement);
        for (List<Ink> layer : List.of(print, writing)) {
            for (Ink ink : layer) {
                ink.print(graphics);
            }
        }
        graphics.dispose();
        byte[] grey = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < grey.length && noise > 0; i++) {
            double value = 20 + 0.9 * (grey[i] & 0xff) + noise * random.nextGaussian();
            grey[i] = (byte) Math.max(0, Math.min(255, value));
        }
        return new Raster(width, height, grey);
    }

    /** As a fax or an archive keeps it: ink or paper. */
    static Raster bilevel(Raster page) {
        byte[] grey = page.grey().clone();
        for (int i = 0; i < grey.length; i++) {
            grey[i] = (byte) ((grey[i] & 0xff) < 150 ? 0 : 255);
        }
        return new Raster(page.width(), page.height(), grey);
    }
}
