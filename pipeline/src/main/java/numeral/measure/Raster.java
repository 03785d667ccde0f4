package numeral.measure;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

/** A 28 x 28 image that can be spoilt; every operation gives new bytes, and what lies outside is blank paper. */
final class Raster {
    private static final int SIDE = 28;
    private static final double CENTRE = (SIDE - 1) / 2.0;
    /** Printed lines lie at most so far from the border: digits begin at 4 pixels. */
    private static final int LINE_MARGIN = 5;

    private final byte[] image;

    Raster(byte[] image) {
        if (image.length != SIDE * SIDE) {
            throw new IllegalArgumentException(
                    "image has " + image.length + " bytes, expected " + SIDE * SIDE + " (28 x 28)");
        }
        this.image = image;
    }

    /** Each pixel's ink, 0 to 255, changed on its own, row by row. */
    byte[] map(DoubleUnaryOperator change) {
        byte[] changed = new byte[image.length];
        for (int i = 0; i < changed.length; i++) {
            changed[i] = ink(change.applyAsDouble(image[i] & 0xff));
        }
        return changed;
    }

    /** Gaussian blur with a standard deviation in pixels. */
    byte[] blurred(double sigmaPx) {
        int reach = (int) Math.ceil(3 * sigmaPx);
        double[] kernel = new double[2 * reach + 1];
        double sum = 0;
        for (int i = -reach; i <= reach; i++) {
            kernel[i + reach] = Math.exp(-i * i / (2 * sigmaPx * sigmaPx));
            sum += kernel[i + reach];
        }
        byte[] blurred = new byte[image.length];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                double value = 0;
                for (int dy = -reach; dy <= reach; dy++) {
                    for (int dx = -reach; dx <= reach; dx++) {
                        value += kernel[dy + reach] * kernel[dx + reach] * at(x + dx, y + dy);
                    }
                }
                blurred[y * SIDE + x] = ink(value / (sum * sum));
            }
        }
        return blurred;
    }

    /** Turned about the centre. */
    byte[] turned(double radians) {
        double cos = Math.cos(radians);
        double sin = Math.sin(radians);
        return transformed(cos, sin, -sin, cos);
    }

    /** Each pixel taken from where the matrix (xx xy; yx yy) about the centre puts it in the old image, between four pixels of it. */
    byte[] transformed(double xx, double xy, double yx, double yy) {
        byte[] moved = new byte[image.length];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                double dx = x - CENTRE;
                double dy = y - CENTRE;
                moved[y * SIDE + x] = ink(between(CENTRE + xx * dx + xy * dy, CENTRE + yx * dx + yy * dy));
            }
        }
        return moved;
    }

    /** With pieces of straight lines, one pixel wide, that run along a border of the image. */
    byte[] withLines(int lines, SplittableRandom random) {
        byte[] lined = image.clone();
        for (int line = 0; line < lines; line++) {
            int depth = random.nextInt(LINE_MARGIN);
            int across = random.nextBoolean() ? depth : SIDE - 1 - depth;
            boolean upright = random.nextBoolean();
            int from = random.nextInt(SIDE / 2);
            int to = from + random.nextInt(SIDE / 4, SIDE - from + 1);
            int darkness = random.nextInt(100, 256);
            for (int along = from; along < to; along++) {
                int pixel = upright ? along * SIDE + across : across * SIDE + along;
                lined[pixel] = (byte) Math.max(lined[pixel] & 0xff, darkness);
            }
        }
        return lined;
    }

    private double between(double x, double y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        double right = x - left;
        double below = y - top;
        return (1 - right) * (1 - below) * at(left, top)
                + right * (1 - below) * at(left + 1, top)
                + (1 - right) * below * at(left, top + 1)
                + right * below * at(left + 1, top + 1);
    }

    private int at(int x, int y) {
        return x < 0 || y < 0 || x >= SIDE || y >= SIDE ? 0 : image[y * SIDE + x] & 0xff;
    }

    private static byte ink(double value) {
        return (byte) Math.round(Math.max(0, Math.min(255, value)));
    }
}
