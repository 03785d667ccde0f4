package numeral.form;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import numeral.form.page.Box;
import numeral.form.page.Raster;

/** A filled form that is drawn as shapes in millimetres, so that a crooked scan of it has no resampling of its own. */
public final class DrawnForm {
    /** Strokes of each digit in a box of 4 by 6 units. */
    private static final String[] STROKES = {
        "2,0 0.7,0.8 0,3 0.7,5.2 2,6 3.3,5.2 4,3 3.3,0.8 2,0",
        "1.6,1.2 2.4,0 2.2,6",
        "0.2,1.4 1.2,0.1 2.8,0.1 3.7,1.3 3.4,2.7 0.1,5.9 3.9,5.9",
        "0.3,0.5 2,0 3.6,1 3.2,2.4 1.8,2.9 3.5,3.4 3.9,4.8 2.4,6 0.2,5.5",
        "2.8,6 3,0 0,4 4,4",
        "3.7,0.1 0.6,0.1 0.4,2.6 2.6,2.3 3.9,3.7 3.4,5.4 1.8,6 0.1,5.5",
        "3.2,0.1 1,1.8 0.1,4.2 0.9,5.7 2.6,5.9 3.8,4.6 3,3.2 1.4,3.1 0.2,4.3",
        "0.1,0.2 3.9,0.1 1.6,6",
        "2,2.8 0.5,1.6 1.2,0.2 2.8,0.2 3.5,1.6 2,2.8 0.3,4.4 1.1,5.9 2.9,5.9 3.7,4.4 2,2.8",
        "3.6,2 2.2,3.1 0.6,2.4 0.6,0.8 2,0 3.5,0.7 3.6,2 3.1,6",
    };

    private static final double PEN_MM = 0.45;

    private final Template template;
    private final List<Path2D> ink = new ArrayList<>();
    private int marksPrinted = Integer.MAX_VALUE;

    public DrawnForm(Template template) {
        this.template = template;
    }

    /** A template of those in conf/templates. */
    public static Template shipped(String name) {
        try {
            return Template.parse(Files.readString(Path.of("../conf/templates/" + name + ".json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path2D digit(char digit, double xMm, double yMm, double heightMm) {
        return path(STROKES[digit - '0'], xMm, yMm, heightMm);
    }

    /** Points {@code x,y} in a box of 4 by 6 units. */
    static Path2D path(String points, double xMm, double yMm, double heightMm) {
        Path2D path = new Path2D.Double();
        double unit = heightMm / 6;
        for (String point : points.split(" ")) {
            double x = xMm + unit * Double.parseDouble(point.split(",")[0]);
            double y = yMm + unit * Double.parseDouble(point.split(",")[1]);
            if (path.getCurrentPoint() == null) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        return path;
    }

    /** One digit as MNIST would show it. */
    static byte[] normalisedDigit(char digit) {
        int side = 100;
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.setStroke(new BasicStroke(6, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(digit(digit, 10, 10, 75));
        graphics.dispose();
        return DigitNormaliser.normalise(((DataBufferByte) image.getRaster().getDataBuffer()).getData(), side, side);
    }

    /** Writes digits into the middle of a field's cells, or along a strip; {@code _} leaves a place empty. */
    public DrawnForm write(String field, String digits) {
        return write(field, digits, 0, 1.5);
    }

    /**
     * @param dropMm how far below their place the digits stand
     * @param gapMm between neighbours on a strip
     */
    public DrawnForm write(String field, String digits, double dropMm, double gapMm) {
        FieldSpec spec = template.field(field);
        Box box = spec.boxMm();
        double height = 0.62 * box.h();
        double top = box.y() + (box.h() - height) / 2 + dropMm;
        double left = box.x() + 2;
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) != '_') {
                double x = spec.layout() instanceof Layout.Cells cells
                        ? cells.cellMm(i).x() + (cells.cellWMm() - height * 4 / 6) / 2
                        : left;
                ink.add(digit(digits.charAt(i), x, top, height));
                // a 1 is narrow
                left += digits.charAt(i) == '1' ? height * 2.4 / 6 : height * 4 / 6;
            }
            left += gapMm + PEN_MM;
        }
        return this;
    }

    /**
     * A stroke of the pen over a field.
     *
     * @param from x and y of its start as shares of the field's width and height
     * @param to the same of its end
     */
    public DrawnForm strike(String field, Point2D from, Point2D to) {
        Box box = template.field(field).boxMm();
        Path2D path = new Path2D.Double();
        path.moveTo(box.x() + from.getX() * box.w(), box.y() + from.getY() * box.h());
        path.lineTo(box.x() + to.getX() * box.w(), box.y() + to.getY() * box.h());
        ink.add(path);
        return this;
    }

    public DrawnForm withMarks(int count) {
        marksPrinted = count;
        return this;
    }

    /** A clean scan. */
    public Raster scan(int dpi) {
        return scan(dpi, dpi, new AffineTransform());
    }

    /** A scan of the page after {@code placement}, in millimetres; the scanner sees as much as the page is large. */
    public Raster scan(double xDpi, double yDpi, AffineTransform placement) {
        return scan(xDpi, yDpi, placement, template.widthMm(), template.heightMm());
    }

    public Raster scan(double xDpi, double yDpi, AffineTransform placement, double widthMm, double heightMm) {
        int width = (int) Math.round(widthMm * xDpi / 25.4);
        int height = (int) Math.round(heightMm * yDpi / 25.4);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.scale(xDpi / 25.4, yDpi / 25.4);
        graphics.transform(placement);
        graphics.setColor(Color.BLACK);
        print(graphics);
        graphics.setStroke(new BasicStroke((float) PEN_MM, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        ink.forEach(graphics::draw);
        graphics.dispose();
        return new Raster(width, height, ((DataBufferByte) image.getRaster().getDataBuffer()).getData());
    }

    private void print(Graphics2D graphics) {
        graphics.setStroke(new BasicStroke((float) template.lineMm()));
        template.fields().forEach(field -> field.linesMm().forEach(line -> draw(graphics, line)));
        if (template.registration() instanceof Registration.Marks marks) {
            marks.marks().stream().limit(marksPrinted).forEach(mark -> {
                Box box = mark.boxMm();
                graphics.fill(new Rectangle2D.Double(box.x(), box.y(), box.w(), box.h()));
            });
        } else if (template.registration() instanceof Registration.Lines lines) {
            lines.lines().forEach(line -> draw(graphics, line));
        }
    }

    private static void draw(Graphics2D graphics, Registration.Line line) {
        graphics.draw(new Line2D.Double(line.x1Mm(), line.y1Mm(), line.x2Mm(), line.y2Mm()));
    }
}
