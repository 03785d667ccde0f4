package numeral.jobs;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A picture of a handwritten one: blue ink on yellowish paper. */
final class OneDigit {
    private OneDigit() {}

    static Path draw(Path file) throws IOException {
        BufferedImage image = new BufferedImage(120, 160, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(new Color(245, 240, 225));
        graphics.fillRect(0, 0, 120, 160);
        graphics.setColor(new Color(30, 50, 140));
        graphics.setStroke(new BasicStroke(9, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.drawLine(66, 25, 56, 132);
        graphics.dispose();
        ImageIO.write(image, "png", file.toFile());
        return file;
    }
}
