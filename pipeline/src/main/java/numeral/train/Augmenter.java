package numeral.train;

import java.util.SplittableRandom;

/** Shifts, rotates and scales 28 x 28 images at random, with bilinear interpolation on blank paper. */
final class Augmenter {
    private static final int SIDE = 28;
    private static final double CENTRE = (SIDE - 1) / 2.0;

    private final Augmentation limits;
    private final SplittableRandom random;

    Augmenter(Augmentation limits, long seed) {
        this.limits = limits;
        this.random = new SplittableRandom(seed);
    }

    /** Writes the changed image as ink in 0 to 1 to {@code target} from {@code offset} on. */
    void apply(byte[] image, float[] target, int offset) {
        if (limits.equals(Augmentation.NONE)) {
            for (int pixel = 0; pixel < image.length; pixel++) {
                target[offset + pixel] = (image[pixel] & 0xff) / 255f;
            }
            return;
        }
        double angle = Math.toRadians(symmetric(limits.rotateDegrees()));
        double zoom = 1 / (1 + symmetric(limits.scale()));
        double shiftX = symmetric(limits.shiftPx());
        double shiftY = symmetric(limits.shiftPx());
        float cos = (float) (Math.cos(angle) * zoom);
        float sin = (float) (Math.sin(angle) * zoom);
        // each target pixel looks up where it came from; the first of a row is computed, the others follow by steps
        for (int y = 0; y < SIDE; y++) {
            double dx = -CENTRE - shiftX;
            double dy = y - CENTRE - shiftY;
            float sourceX = (float) (CENTRE + cos * dx + sin * dy);
            float sourceY = (float) (CENTRE - sin * dx + cos * dy);
            for (int x = 0; x < SIDE; x++) {
                target[offset + y * SIDE + x] = bilinear(image, sourceX, sourceY);
                sourceX += cos;
                sourceY -= sin;
            }
        }
    }

    private static float bilinear(byte[] image, float x, float y) {
        if (!(x > -1 && x < SIDE && y > -1 && y < SIDE)) {
            return 0;
        }
        // adding 1 keeps the cast to int from rounding towards zero below it
        int left = (int) (x + 1) - 1;
        int top = (int) (y + 1) - 1;
        float right = x - left;
        float below = y - top;
        return ((1 - right) * (1 - below) * ink(image, left, top)
                        + right * (1 - below) * ink(image, left + 1, top)
                        + (1 - right) * below * ink(image, left, top + 1)
                        + right * below * ink(image, left + 1, top + 1))
                / 255f;
    }

    private static int ink(byte[] image, int x, int y) {
        return x < 0 || y < 0 || x >= SIDE || y >= SIDE ? 0 : image[y * SIDE + x] & 0xff;
    }

    private double symmetric(double limit) {
        return (2 * random.nextDouble() - 1) * limit;
    }
}
