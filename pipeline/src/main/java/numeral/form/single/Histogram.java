package numeral.form.single;

import numeral.form.page.Raster;

/** How many pixels of a part of a raster have each grey. */
final class Histogram {
    static final int LEVELS = 256;

    private final int[] counts = new int[LEVELS];
    private final int pixels;

    /** Counts the pixels of a rectangle. */
    Histogram(Raster image, int left, int top, int right, int bottom) {
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                counts[image.grey(x, y)]++;
            }
        }
        pixels = (right - left) * (bottom - top);
    }

    /** Counts all pixels. */
    Histogram(Raster image) {
        this(image, 0, 0, image.width(), image.height());
    }

    int pixels() {
        return pixels;
    }

    /** Pixels of that grey. */
    int count(int grey) {
        return counts[grey];
    }

    /** The grey up to which there is more than a share of the pixels, from 0 to below 1; of a half, the median. */
    int grey(double share) {
        int grey = 0;
        for (long seen = counts[0]; seen <= share * pixels; seen += counts[grey]) {
            grey++;
        }
        return grey;
    }
}
