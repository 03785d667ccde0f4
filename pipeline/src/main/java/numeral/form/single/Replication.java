package numeral.form.single;

import numeral.form.page.Raster;

/** Enlargement of an image by drawing each pixel as a square of equal ones, as viewers and exports of small images do. */
final class Replication {
    private Replication() {}

    /** The image that was enlarged; the image itself where its squares are single pixels. */
    static Raster undone(Raster image) {
        int side = gcd(image.width(), image.height());
        for (int y = 1; y < image.height() && side > 1; y++) {
            side = rowChanges(image, y) ? gcd(side, y) : side;
        }
        for (int x = 1; x < image.width() && side > 1; x++) {
            side = columnChanges(image, x) ? gcd(side, x) : side;
        }
        return image.reduced(side, side);
    }

    private static boolean rowChanges(Raster image, int y) {
        for (int x = 0; x < image.width(); x++) {
            if (image.grey(x, y) != image.grey(x, y - 1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean columnChanges(Raster image, int x) {
        for (int y = 0; y < image.height(); y++) {
            if (image.grey(x, y) != image.grey(x - 1, y)) {
                return true;
            }
        }
        return false;
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
