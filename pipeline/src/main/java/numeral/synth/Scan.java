package numeral.synth;

import java.util.Arrays;

/**
 * One page as it left the scanner.
 *
 * @param grey one unsigned byte a pixel, row by row, 0 = black, 255 = paper
 * @param threshold grey levels below it turn black in a bilevel format
 */
record Scan(int width, int height, byte[] grey, int threshold, Resolution resolution) {

    /** One bit a pixel as a byte: 0 where the page is black, 1 where it is white. */
    byte[] bits() {
        byte[] bits = new byte[grey.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = (byte) ((grey[i] & 0xFF) < threshold ? 0 : 1);
        }
        return bits;
    }

    /** Turned clockwise by a quarter. */
    Scan turned() {
        byte[] turned = new byte[grey.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                turned[x * height + height - 1 - y] = grey[y * width + x];
            }
        }
        return new Scan(height, width, turned, threshold, new Resolution(resolution.y(), resolution.x()));
    }

    /** Left and right exchanged. */
    Scan mirrored() {
        byte[] mirrored = new byte[grey.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                mirrored[y * width + width - 1 - x] = grey[y * width + x];
            }
        }
        return new Scan(width, height, mirrored, threshold, resolution);
    }

    /** The rows above {@code newHeight}. */
    Scan cut(int newHeight) {
        return new Scan(width, newHeight, Arrays.copyOf(grey, newHeight * width), threshold, resolution);
    }

    /** The same page in fewer rows, each the mean of those that it covers. */
    Scan inRowsOf(int dpi) {
        if (dpi == resolution.y()) {
            return this;
        }
        double step = (double) resolution.y() / dpi;
        int newHeight = (int) (height / step);
        byte[] squeezed = new byte[newHeight * width];
        for (int row = 0; row < newHeight; row++) {
            double top = row * step;
            double bottom = Math.min(height, top + step);
            for (int x = 0; x < width; x++) {
                double sum = 0;
                for (int y = (int) top; y < bottom; y++) {
                    sum += (Math.min(y + 1, bottom) - Math.max(y, top)) * (grey[y * width + x] & 0xFF);
                }
                squeezed[row * width + x] = (byte) Math.round(sum / (bottom - top));
            }
        }
        return new Scan(width, newHeight, squeezed, threshold, new Resolution(resolution.x(), dpi));
    }
}
