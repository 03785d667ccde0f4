package numeral.synth;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Light, sensor and line: turns ink into the grey page that a scanner delivers. */
final class Scanner {
    private static final int NOISE_TABLE = 1 << 12;
    private static final int TONES = 1 << 10;
    private static final double SPECK_RADIUS_IN = 0.004;
    private static final int MIDDLE_GREY = 128;
    private static final int MOST_LINES_LOST = 3;

    private final Effects.Sensor sensor;
    private final Resolution resolution;
    private final SplittableRandom random;

    Scanner(Effects.Sensor sensor, Resolution resolution, SplittableRandom random) {
        this.sensor = sensor;
        this.resolution = resolution;
        this.random = random;
    }

    /** @param ink drawn with the same number of dots along both axes, that across */
    Scan scan(Ink ink) {
        speckle(ink);
        streak(ink);
        float[] dark = ink.coverage();
        float share = (float) (sensor.blur() * random.nextDouble(0.4, 1.0));
        blurRows(dark, ink.width(), share);
        blurColumns(dark, ink.width(), ink.height(), share);
        int threshold = (int) Math.round(MIDDLE_GREY + sensor.threshold() * (2 * random.nextDouble() - 1));
        Scan scan = new Scan(ink.width(), ink.height(), grey(dark), threshold, Resolution.square(resolution.x()))
                .inRowsOf(resolution.y());
        dropLines(scan);
        return scan;
    }

    private void speckle(Ink ink) {
        double squareInches = (double) ink.width() / resolution.x() * ink.height() / resolution.x();
        long specks = Math.round(sensor.specksPerSquareInch() * squareInches * random.nextDouble());
        for (long i = 0; i < specks; i++) {
            double x = random.nextDouble() * ink.width();
            double y = random.nextDouble() * ink.height();
            double radius = SPECK_RADIUS_IN * resolution.x() * random.nextDouble(0.3, 1.0);
            double[] place = {x, x + radius * random.nextDouble()};
            ink.draw(
                    List.of(new Stroke(place, new double[] {y, y}, new double[] {radius, radius})),
                    random.nextDouble(0.4, 0.9));
        }
    }

    /** Dirt on the glass of a feeder draws a line down the page; a dead pixel leaves one without ink. */
    private void streak(Ink ink) {
        int streaks = random.nextInt(sensor.streaks() + 1);
        for (int i = 0; i < streaks; i++) {
            int column = random.nextInt(ink.width());
            boolean dark = random.nextInt(3) > 0;
            double strength = random.nextDouble(0.2, 0.8);
            for (int y = 0; y < ink.height(); y++) {
                if (dark) {
                    ink.tint(column, y, strength * random.nextDouble(0.5, 1.0));
                } else {
                    ink.coverage()[y * ink.width() + column] *= (float) (1 - strength);
                }
            }
        }
    }

    /** Lines that did not come over the telephone: white, or the line before once more. */
    private void dropLines(Scan scan) {
        int bursts = (int) Math.round(sensor.dropouts() * scan.height() * random.nextDouble());
        for (int i = 0; i < bursts; i++) {
            int lines = 1 + random.nextInt(MOST_LINES_LOST);
            int first = 1 + random.nextInt(scan.height() - lines);
            boolean repeated = random.nextBoolean();
            for (int y = first; y < first + lines; y++) {
                if (repeated) {
                    System.arraycopy(
                            scan.grey(), (first - 1) * scan.width(), scan.grey(), y * scan.width(), scan.width());
                } else {
                    Arrays.fill(scan.grey(), y * scan.width(), (y + 1) * scan.width(), (byte) 255);
                }
            }
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
        double gamma = 1 + sensor.gamma() * (2 * random.nextDouble() - 1);
        double paper = sensor.noise() > 0 ? random.nextDouble(232, 252) : 255;
        double noise = sensor.noise() * random.nextDouble(0.4, 1.0);
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
