package numeral.train;

import static numeral.train.Augmenter.SIDE;

import java.util.SplittableRandom;

/**
 * A change of shape: shift, rotation, size, width, slant, and a smooth random displacement, the elastic distortion of Simard, Steinkraus and Platt (2003),
 * here as uniform cubic B-splines over a coarse grid of random vectors. Every pixel looks up where it came from on blank paper; how crisp the interpolation is
 * changes from image to image: with the linear one alone, which softens, a network never sees writing as crisp as what it is to read.
 */
final class Warp {
    private static final double CENTRE = (SIDE - 1) / 2.0;
    /** Grid points a side; they lie 5 pixels apart, one beyond each border of the image. */
    private static final int GRID = 9;

    private static final int REACH = Interpolation.REACH;
    private static final double SPACING_PX = (SIDE - 1) / (double) (GRID - REACH);
    /** First grid point of each pixel and the four weights from there on. */
    private static final int[] FIRST = new int[SIDE];

    private static final float[] WEIGHTS = new float[SIDE * REACH];
    /** Makes a displacement have the standard deviation of the grid's vectors, on average over the image. */
    private static final double UNIT = 1 / unscaledDeviation();

    private static final int MARGIN = 3;
    private static final int PADDED = SIDE + 2 * MARGIN;

    private final float[] paper = new float[PADDED * PADDED];
    private final float[] across = new float[REACH];
    private final float[] down = new float[REACH];
    /** Share of the cubic interpolation. */
    private float crispness;

    private final float[] gridX = new float[GRID * GRID];
    private final float[] gridY = new float[GRID * GRID];
    private final float[] rowX = new float[GRID];
    private final float[] rowY = new float[GRID];
    private boolean elastic;
    private double toXByX;
    private double toXByY;
    private double toYByX;
    private double toYByY;
    private double fromX;
    private double fromY;

    /** Draws the next change. */
    void draw(Augmentation limits, SplittableRandom random) {
        double angle = Math.toRadians(symmetric(random, limits.rotateDegrees()));
        double zoom = 1 / (1 + symmetric(random, limits.scale()));
        double width = Math.sqrt(1 + symmetric(random, limits.stretch()));
        double slant = symmetric(random, limits.shear());
        double cos = Math.cos(angle) * zoom;
        double sin = Math.sin(angle) * zoom;
        toXByX = cos / width;
        toXByY = sin * width + cos / width * slant;
        toYByX = -sin / width;
        toYByY = cos * width - sin / width * slant;
        double shiftX = symmetric(random, limits.shiftPx());
        double shiftY = symmetric(random, limits.shiftPx());
        fromX = CENTRE - toXByX * (CENTRE + shiftX) - toXByY * (CENTRE + shiftY);
        fromY = CENTRE - toYByX * (CENTRE + shiftX) - toYByY * (CENTRE + shiftY);
        crispness = (float) random.nextDouble();
        elastic = limits.elasticPx() > 0;
        if (elastic) {
            double deviation = limits.elasticPx() * UNIT;
            for (int i = 0; i < gridX.length; i++) {
                gridX[i] = (float) (deviation * random.nextGaussian());
                gridY[i] = (float) (deviation * random.nextGaussian());
            }
        }
    }

    void apply(float[] ink, float[] target, int offset) {
        for (int y = 0; y < SIDE; y++) {
            System.arraycopy(ink, y * SIDE, paper, (y + MARGIN) * PADDED + MARGIN, SIDE);
        }
        float stepX = (float) toXByX;
        float stepY = (float) toYByX;
        for (int y = 0; y < SIDE; y++) {
            float sourceX = (float) (fromX + toXByY * y);
            float sourceY = (float) (fromY + toYByY * y);
            if (elastic) {
                acrossRow(y);
            }
            for (int x = 0; x < SIDE; x++) {
                float atX = sourceX + stepX * x;
                float atY = sourceY + stepY * x;
                if (elastic) {
                    atX += alongRow(rowX, x);
                    atY += alongRow(rowY, x);
                }
                target[offset + y * SIDE + x] = at(atX, atY);
            }
        }
    }

    private void acrossRow(int y) {
        for (int column = 0; column < GRID; column++) {
            float sumX = 0;
            float sumY = 0;
            for (int i = 0; i < REACH; i++) {
                float weight = WEIGHTS[y * REACH + i];
                sumX += weight * gridX[(FIRST[y] + i) * GRID + column];
                sumY += weight * gridY[(FIRST[y] + i) * GRID + column];
            }
            rowX[column] = sumX;
            rowY[column] = sumY;
        }
    }

    private static float alongRow(float[] row, int x) {
        int first = FIRST[x];
        int weights = x * REACH;
        return WEIGHTS[weights] * row[first]
                + WEIGHTS[weights + 1] * row[first + 1]
                + WEIGHTS[weights + 2] * row[first + 2]
                + WEIGHTS[weights + 3] * row[first + 3];
    }

    /** Ink between the pixels. */
    private float at(float x, float y) {
        if (!(x > -2 && x < SIDE + 1 && y > -2 && y < SIDE + 1)) {
            return 0;
        }
        // adding the margin keeps the cast to int from rounding towards zero below it
        int left = (int) (x + MARGIN);
        int top = (int) (y + MARGIN);
        Interpolation.weigh(x + MARGIN - left, crispness, across);
        Interpolation.weigh(y + MARGIN - top, crispness, down);
        float sum = 0;
        for (int i = 0; i < REACH; i++) {
            int first = (top - 1 + i) * PADDED + left - 1;
            sum += down[i]
                    * (across[0] * paper[first]
                            + across[1] * paper[first + 1]
                            + across[2] * paper[first + 2]
                            + across[3] * paper[first + 3]);
        }
        return Math.max(0, Math.min(1, sum));
    }

    private static double symmetric(SplittableRandom random, double limit) {
        return (2 * random.nextDouble() - 1) * limit;
    }

    /** Fills the tables of the spline; the root mean square over the pixels of what unit vectors come to. */
    private static double unscaledDeviation() {
        double squares = 0;
        for (int pixel = 0; pixel < SIDE; pixel++) {
            double at = pixel / SPACING_PX;
            int first = Math.min((int) at, GRID - REACH);
            double t = at - first;
            double[] weights = {
                (1 - t) * (1 - t) * (1 - t) / 6,
                (3 * t * t * t - 6 * t * t + 4) / 6,
                (-3 * t * t * t + 3 * t * t + 3 * t + 1) / 6,
                t * t * t / 6
            };
            FIRST[pixel] = first;
            for (int i = 0; i < REACH; i++) {
                WEIGHTS[pixel * REACH + i] = (float) weights[i];
                squares += weights[i] * weights[i];
            }
        }
        // the deviation in two dimensions is the product of both directions'
        return squares / SIDE;
    }
}
