package numeral.extract;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import numeral.scan.PageImage;

/** Small grey PNG pictures of pages. */
final class Thumbnails {
    private Thumbnails() {}

    /** The page with its longest side at most that many pixels, each the mean of a square of whole page pixels. */
    static byte[] png(PageImage page, int longestPx) {
        int factor = Math.max(1, -Math.floorDiv(-Math.max(page.width(), page.height()), longestPx));
        int width = Math.max(1, page.width() / factor);
        int height = Math.max(1, page.height() / factor);
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        byte[] pixels = ((DataBufferByte) small.getRaster().getDataBuffer()).getData();
        byte[] grey = page.grey();
        int side = Math.min(factor, Math.min(page.width(), page.height()));
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                pixels[y * width + x] = mean(grey, page.width(), x * factor, y * factor, side);
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(small, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }

    private static byte mean(byte[] grey, int width, int left, int top, int side) {
        int sum = 0;
        for (int y = top; y < top + side; y++) {
            for (int x = left; x < left + side; x++) {
                sum += grey[y * width + x] & 0xff;
            }
        }
        return (byte) (sum / (side * side));
    }
}
