package numeral.scan;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * Makes decoded images grey by the darkest of their channels, so that ink of any colour stays dark; transparency shows white paper. Works
 * on the samples as stored: the JDK's own conversion would put a gamma curve on grey.
 */
final class Grey {
    private static final int WHITE = 255;

    private Grey() {}

    static PageImage of(BufferedImage image) {
        ColorModel colors = image.getColorModel();
        if (colors instanceof IndexColorModel palette) {
            return indexed(image.getRaster(), palette);
        }
        if (colors instanceof ComponentColorModel && hasPlainSamples(colors)) {
            return direct(image.getRaster(), colors);
        }
        return converted(image);
    }

    /**
     * The raw samples of a CMYK page.
     *
     * @param full the sample that means full ink: 0 as Adobe writes it, 255 by the letter
     */
    static PageImage ofCmyk(Raster raster, int full) {
        int width = raster.getWidth();
        byte[] grey = new byte[Math.multiplyExact(width, raster.getHeight())];
        int[] row = new int[width * 4];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
            for (int x = 0; x < width; x++) {
                int cyan = row[4 * x] ^ full;
                int magenta = row[4 * x + 1] ^ full;
                int yellow = row[4 * x + 2] ^ full;
                int paper = row[4 * x + 3] ^ full;
                grey[y * width + x] = (byte) (Math.min(cyan, Math.min(magenta, yellow)) * paper / WHITE);
            }
        }
        return new PageImage(width, raster.getHeight(), grey);
    }

    private static boolean hasPlainSamples(ColorModel colors) {
        int space = colors.getColorSpace().getType();
        int type = colors.getTransferType();
        return (space == ColorSpace.TYPE_GRAY || space == ColorSpace.TYPE_RGB)
                && (type == DataBuffer.TYPE_BYTE || type == DataBuffer.TYPE_USHORT)
                && !colors.isAlphaPremultiplied();
    }

    private static PageImage indexed(Raster raster, IndexColorModel palette) {
        byte[] greyOf = new byte[palette.getMapSize()];
        for (int i = 0; i < greyOf.length; i++) {
            greyOf[i] = (byte) darkest(palette.getRGB(i));
        }
        int width = raster.getWidth();
        byte[] grey = new byte[Math.multiplyExact(width, raster.getHeight())];
        int[] row = new int[width];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, 0, row);
            for (int x = 0; x < width; x++) {
                // An index beyond the palette shows as paper.
                grey[y * width + x] = row[x] < greyOf.length ? greyOf[row[x]] : (byte) WHITE;
            }
        }
        return new PageImage(width, raster.getHeight(), grey);
    }

    private static PageImage direct(Raster raster, ColorModel colors) {
        int width = raster.getWidth();
        int bands = raster.getNumBands();
        int colorBands = colors.getNumColorComponents();
        int shift = Math.max(0, colors.getComponentSize(0) - 8);
        byte[] grey = new byte[Math.multiplyExact(width, raster.getHeight())];
        int[] row = new int[width * bands];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
            for (int x = 0; x < width; x++) {
                int value = row[x * bands];
                for (int band = 1; band < colorBands; band++) {
                    value = Math.min(value, row[x * bands + band]);
                }
                value >>= shift;
                if (colors.hasAlpha()) {
                    value = onPaper(value, row[x * bands + bands - 1] >> shift);
                }
                grey[y * width + x] = (byte) value;
            }
        }
        return new PageImage(width, raster.getHeight(), grey);
    }

    private static PageImage converted(BufferedImage image) {
        int width = image.getWidth();
        byte[] grey = new byte[Math.multiplyExact(width, image.getHeight())];
        int[] row = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                grey[y * width + x] = (byte) darkest(row[x]);
            }
        }
        return new PageImage(width, image.getHeight(), grey);
    }

    private static int darkest(int argb) {
        int value = Math.min(argb >> 16 & 0xff, Math.min(argb >> 8 & 0xff, argb & 0xff));
        return onPaper(value, argb >>> 24);
    }

    private static int onPaper(int value, int alpha) {
        return (value * alpha + WHITE * (WHITE - alpha)) / WHITE;
    }
}
