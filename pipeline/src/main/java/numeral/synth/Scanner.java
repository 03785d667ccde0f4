package numeral.synth;

import java.util.List;
import java.util.SplittableRandom;

/** Light and sensor: turns ink into the grey page that a scanner delivers, 0 = black, 255 = paper. */
final class Scanner {
    private static final int NOISE_TABLE = 1 << 12;
    private static final int TONES = 1 << 10;
    private static final double SPECK_RADIUS_IN = 0.004;

    private final Suite suite;
    private final double dpi;
    private final SplittableRandom random;

    Scanner(Suite suite, double dpi, SplittableRandom random) {
        this.suite = suite;
        this.dpi = dpi;
        this.random = random;
    }

    byte[] scan(Ink ink) {
        speckle(ink);
        float[] dark = ink.coverage();
        float share = (float) (suite.blur() * random.nextDouble(0.4, 1.0));
        blurRows(dark, ink.width(), share);
        blurColumns(dark, ink.width(), ink.height(), share);
        return grey(dark);
    }

    private void speckle(Ink ink) {
        double squareInches = ink.width() / dpi * (ink.height() / dpi);
        long specks = Math.round(suite.specksPerSquareInch() * squareInches * random.nextDouble());
        for (long i = 0; i < specks; i++) {
            double x = random.nextDouble() * ink.width();
            double y = random.nextDouble() * ink.height();
            double radius = SPECK_RADIUS_IN * dpi * random.nextDouble(0.3, 1.0);
            double[] place = {x, x + radius * random.nextDouble()};
            ink.draw(
                    List.of(new Stroke(place, new double[] {y, y}, new double[] {radius, radius})),
                    random.nextDouble(0.4, 0.9));
        }
    }

    /** Each pixel gives a share of its light to the neighbours at its left and right. */
    private static void blurRows(float[] dark, int width, float share) {
        for (int row = 0; row < dark.length; row += width) {
            float before = dark[row];
            for (int i = row; i < row + width; i++) {
                float here = dark[i];
                float after = i + 1 < row + width ? dark[i + 1] : here;
                dark[i] = here + share * (before + after - 2 * here);
                before = here;
            }
        }
    }

    private static void blurColumns(float[] dark, int width, int height, float share) {
        float[] before = new float[width];
        System.arraycopy(dark, 0, before, 0, width);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int i = y * width + x;
                float here = dark[i];
                float after = y + 1 < height ? dark[i + width] : here;
                dark[i] = here + share * (before[x] + after - 2 * here);
                before[x] = here;
            }
        }
    }

    /** Tone curve of the scanner, then noise of the sensor. */
    private byte[] grey(float[] dark) {
        double gamma = 1 + suite.gamma() * (2 * random.nextDouble() - 1);
        double paper = suite.noise() > 0 ? random.nextDouble(232, 252) : 255;
        double noise = suite.noise() * random.nextDouble(0.4, 1.0);
        float[] light = new float[TONES];
        for (int i = 0; i < light.length; i++) {
            light[i] = (float) (paper * Math.pow(1 - (double) i / (light.length - 1), gamma));
        }
        float[] noises = new float[NOISE_TABLE];
        for (int i = 0; i < NOISE_TABLE; i++) {
            noises[i] = (float) (noise * random.nextGaussian());
        }
        byte[] grey = new byte[dark.length];
        for (int i = 0; i < grey.length; i++) {
            float value = light[(int) (dark[i] * (light.length - 1))];
            if (noise > 0) {
                value += noises[random.nextInt(NOISE_TABLE)];
            }
            grey[i] = (byte) Math.max(0, Math.min(255, Math.round(value)));
        }
        return grey;
    }
}
