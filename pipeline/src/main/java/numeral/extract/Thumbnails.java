package numeral.extract;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import numeral.form.page.Page;
import numeral.form.page.Raster;

/** Small grey PNG pictures of pages. */
final class Thumbnails {
    private Thumbnails() {}

    /** The page with its longest side at most that many pixels, each the mean of a square of whole page pixels. */
    static byte[] png(Page page, int longestPx) {
        int factor = Math.max(1, -Math.floorDiv(-Math.max(page.width(), page.height()), longestPx));
        Raster means = page.reduced(Math.min(factor, page.width()), Math.min(factor, page.height()));
        BufferedImage small = new BufferedImage(means.width(), means.height(), BufferedImage.TYPE_BYTE_GRAY);
        small.getRaster().setDataElements(0, 0, means.width(), means.height(), means.grey());
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(small, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }
}
