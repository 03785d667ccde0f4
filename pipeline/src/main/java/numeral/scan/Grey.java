package numeral.scan;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.MultiPixelPackedSampleModel;
import java.awt.image.Raster;
import java.util.Arrays;

/**
 * Makes decoded images grey by the darkest of their channels, so that ink of any colour stays dark; transparency shows white paper. Works
 * on the samples as stored: the JDK's own conversion would put a gamma curve on grey.
 */
final class Grey {
    private static final int WHITE = 255;

    private Grey() {}

    static PageImage of(BufferedImage image) {
        ColorModel colors = image.getColorModel();
        int type = colors.getTransferType();
        if (colors instanceof IndexColorModel palette && type == DataBuffer.TYPE_BYTE) {
            return indexed(image.getRaster(), palette);
        }
        if (!(colors instanceof ComponentColorModel) || !isGreyOrRgb(colors) || colors.isAlphaPremultiplied()) {
            return converted(image);
        }
        return switch (type) {
            case DataBuffer.TYPE_BYTE -> ofBytes(image.getRaster(), colors);
            case DataBuffer.TYPE_USHORT -> ofShorts(image.getRaster(), colors);
            default -> converted(image);
        };
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

    /**
     * Rows of 8 pixels a byte, the first in the highest bit.
     *
     * @param black the bit that is no paper
     */
    static PageImage ofBits(byte[] packed, int start, int stride, int width, int height, int black) {
        int rowBytes = PageImage.rowBytes(width);
        byte[] rows = packed;
        if (black != 0 || start != 0 || stride != rowBytes || packed.length != rowBytes * height) {
            rows = new byte[Math.multiplyExact(rowBytes, height)];
            for (int y = 0; y < height; y++) {
                System.arraycopy(packed, start + y * stride, rows, y * rowBytes, rowBytes);
            }
        }
        for (int i = 0; black != 0 && i < rows.length; i++) {
            rows[i] = (byte) ~rows[i];
        }
        int beyond = 0xff >> 1 + (width - 1) % 8;
        for (int last = rowBytes - 1; beyond != 0 && last < rows.length; last += rowBytes) {
            rows[last] |= (byte) beyond;
        }
        return new PageImage(width, height, true, rows);
    }

    /** Pixels of three bytes each. */
    static PageImage ofRgb(byte[] rgb, int width, int height) {
        byte[] grey = new byte[Math.multiplyExact(width, height)];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = (byte) Math.min(rgb[3 * i] & 0xff, Math.min(rgb[3 * i + 1] & 0xff, rgb[3 * i + 2] & 0xff));
        }
        return new PageImage(width, height, grey);
    }

    private static boolean isGreyOrRgb(ColorModel colors) {
        int space = colors.getColorSpace().getType();
        return space == ColorSpace.TYPE_GRAY || space == ColorSpace.TYPE_RGB;
    }

    private static PageImage indexed(Raster raster, IndexColorModel palette) {
        byte[] greyOf = new byte[256];
        // An index beyond the palette shows as paper.
        Arrays.fill(greyOf, (byte) WHITE);
        for (int i = 0; i < Math.min(greyOf.length, palette.getMapSize()); i++) {
            greyOf[i] = (byte) darkest(palette.getRGB(i));
        }
        boolean blackAndPaper = Math.min(greyOf[0] & 0xff, greyOf[1] & 0xff) == 0
                && Math.max(greyOf[0] & 0xff, greyOf[1] & 0xff) == WHITE;
        if (blackAndPaper
                && raster.getSampleModel() instanceof MultiPixelPackedSampleModel bits
                && bits.getPixelBitStride() == 1
                && bits.getDataBitOffset() == 0
                && raster.getSampleModelTranslateX() == 0
                && raster.getSampleModelTranslateY() == 0
                && raster.getDataBuffer() instanceof DataBufferByte packed) {
            return ofBits(
                    packed.getData(),
                    packed.getOffset(),
                    bits.getScanlineStride(),
                    raster.getWidth(),
                    raster.getHeight(),
                    greyOf[0] == 0 ? 0 : 1);
        }
        byte[] grey = elements(raster);
        for (int i = 0; i < grey.length; i++) {
            grey[i] = greyOf[grey[i] & 0xff];
        }
        return new PageImage(raster.getWidth(), raster.getHeight(), grey);
    }

    private static PageImage ofBytes(Raster raster, ColorModel colors) {
        int bands = raster.getNumBands();
        if (bands == 1) {
            return new PageImage(raster.getWidth(), raster.getHeight(), elements(raster));
        }
        int width = raster.getWidth();
        int colorBands = colors.getNumColorComponents();
        byte[] grey = new byte[Math.multiplyExact(width, raster.getHeight())];
        byte[] row = new byte[width * bands];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getDataElements(raster.getMinX(), raster.getMinY() + y, width, 1, row);
            for (int x = 0; x < width; x++) {
                int value = row[x * bands] & 0xff;
                for (int band = 1; band < colorBands; band++) {
                    value = Math.min(value, row[x * bands + band] & 0xff);
                }
                int alpha = colors.hasAlpha() ? row[x * bands + bands - 1] & 0xff : WHITE;
                grey[y * width + x] = (byte) onPaper(value, alpha);
            }
        }
        return new PageImage(width, raster.getHeight(), grey);
    }

    private static PageImage ofShorts(Raster raster, ColorModel colors) {
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
                int alpha = colors.hasAlpha() ? row[x * bands + bands - 1] >> shift : WHITE;
                grey[y * width + x] = (byte) onPaper(value >> shift, alpha);
            }
        }
        return new PageImage(width, raster.getHeight(), grey);
    }

    /** One byte per pixel, however they are packed. */
    private static byte[] elements(Raster raster) {
        byte[] bytes = new byte[Math.multiplyExact(raster.getWidth(), raster.getHeight())];
        raster.getDataElements(raster.getMinX(), raster.getMinY(), raster.getWidth(), raster.getHeight(), bytes);
        return bytes;
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
        return alpha == WHITE ? value : (value * alpha + WHITE * (WHITE - alpha)) / WHITE;
    }
}
