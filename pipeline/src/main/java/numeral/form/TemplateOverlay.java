package numeral.form;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import javax.imageio.ImageIO;
import numeral.form.page.Affine;
import numeral.form.page.Box;
import numeral.form.page.Page;
import numeral.form.page.Raster;

/** Draws a template on white paper or on a page, so that a person sees what would be read where. */
public final class TemplateOverlay {
    private static final double PAPER_PX_PER_MM = 150 / 25.4;
    private static final Color FIELD = new Color(0, 90, 220);
    private static final Color LOST = new Color(200, 30, 0);
    private static final Color REGISTRATION = new Color(0, 150, 60);
    private static final double NAME_MM = 2.2;
    private static final double PEN_SHARE = 600;

    private final Template template;
    private final BufferedImage image;
    private final Graphics2D graphics;

    private TemplateOverlay(Template template, int width, int height) {
        this.template = template;
        image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
    }

    /** A PNG of the template on white paper of its size, 150 dots per inch. */
    public static byte[] onPaper(Template template) {
        TemplateOverlay overlay =
                new TemplateOverlay(template, (int) Math.ceil(template.widthMm() * PAPER_PX_PER_MM), (int)
                        Math.ceil(template.heightMm() * PAPER_PX_PER_MM));
        Affine mmToPx = Affine.scale(PAPER_PX_PER_MM, PAPER_PX_PER_MM);
        overlay.drawRegistration(new PageWarp(mmToPx));
        template.fields().forEach(field -> overlay.draw(field, mmToPx, FIELD));
        return overlay.png();
    }

    /**
     * A page with a form on it.
     *
     * @param found which page of the form it is, or why it is none
     */
    public record Drawn(byte[] png, String found) {}

    /** A PNG of the page with the form where it was found on it; fields whose own lines were not found well are red. */
    public static Drawn onPage(Form form, FormSettings settings, Raster page) {
        PageReading read = new FormReader(form, settings).read(page);
        if (read instanceof PageReading.Registered reading) {
            Template template = form.pages().get(reading.page() - 1);
            TemplateOverlay overlay = new TemplateOverlay(template, page.width(), page.height());
            overlay.draw(page);
            overlay.drawFound(page, settings);
            String found = String.format(
                    Locale.ROOT,
                    "page %d turned by %.2f degrees, residual %.2f mm",
                    reading.page(),
                    reading.angleDeg(),
                    reading.residualMm());
            return new Drawn(overlay.png(), found);
        }
        TemplateOverlay overlay = new TemplateOverlay(form.pages().get(0), page.width(), page.height());
        overlay.draw(page);
        PageReading.Refused refused = (PageReading.Refused) read;
        return new Drawn(overlay.png(), refused.kind() + ": " + refused.reason());
    }

    private void drawFound(Raster scan, FormSettings settings) {
        Page page = new Views(scan).of(template);
        if (new Registrar(template, settings).locate(page) instanceof Location.Found found) {
            drawRegistration(found.warp());
            FieldReader reader = new FieldReader(template, settings);
            for (FieldSpec field : template.fields()) {
                FieldFit fit = reader.locate(page, field, found.warp().at(field.boxMm()));
                draw(field, fit.mmToPx(), reader.doubts(fit).isEmpty() ? FIELD : LOST);
            }
        }
    }

    private void draw(Raster page) {
        for (int y = 0; y < page.height(); y++) {
            for (int x = 0; x < page.width(); x++) {
                // Half the contrast, so that the drawing stands out.
                int grey = 128 + (page.grey()[y * page.width() + x] & 0xff) / 2;
                image.setRGB(x, y, grey << 16 | grey << 8 | grey);
            }
        }
    }

    private void drawRegistration(PageWarp warp) {
        graphics.setColor(REGISTRATION);
        graphics.setStroke(new BasicStroke((float) Math.max(1, image.getWidth() / PEN_SHARE)));
        if (template.registration() instanceof Registration.Marks marks) {
            marks.marks().forEach(mark -> graphics.draw(path(mark.boxMm(), warp.at(mark.boxMm()))));
        } else if (template.registration() instanceof Registration.Lines lines) {
            lines.lines().forEach(line -> graphics.draw(path(line, warp.at(line))));
        }
    }

    private void draw(FieldSpec field, Affine map, Color color) {
        graphics.setColor(color);
        graphics.setStroke(new BasicStroke((float) Math.max(1, 0.2 * map.scale())));
        field.linesMm().forEach(line -> graphics.draw(path(line, map)));
        graphics.draw(path(field.boxMm(), map));
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, (int) Math.max(8, NAME_MM * map.scale())));
        Box box = field.boxMm();
        graphics.drawString(field.name() + " (" + field.length() + ")", (float) map.x(box.x(), box.y() - 0.4), (float)
                map.y(box.x(), box.y() - 0.4));
    }

    private static Path2D path(Box box, Affine map) {
        Path2D path = new Path2D.Double();
        path.moveTo(map.x(box.x(), box.y()), map.y(box.x(), box.y()));
        path.lineTo(map.x(box.right(), box.y()), map.y(box.right(), box.y()));
        path.lineTo(map.x(box.right(), box.bottom()), map.y(box.right(), box.bottom()));
        path.lineTo(map.x(box.x(), box.bottom()), map.y(box.x(), box.bottom()));
        path.closePath();
        return path;
    }

    private static Path2D path(Registration.Line line, Affine map) {
        Path2D path = new Path2D.Double();
        path.moveTo(map.x(line.x1Mm(), line.y1Mm()), map.y(line.x1Mm(), line.y1Mm()));
        path.lineTo(map.x(line.x2Mm(), line.y2Mm()), map.y(line.x2Mm(), line.y2Mm()));
        return path;
    }

    private byte[] png() {
        graphics.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }
}
