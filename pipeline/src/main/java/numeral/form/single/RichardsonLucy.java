package numeral.form.single;

import numeral.form.page.Raster;

/**
 * Takes softness off an image: the most likely one of which what is seen is the blur by a Gaussian (Richardson, "Bayesian-based iterative method of image
 * restoration", 1972; Lucy, "An iterative technique for the rectification of observed distributions", 1974). Ink never falls below none.
 */
final class RichardsonLucy {
    private static final int FULL = 255;
    /** Beyond so many standard deviations a Gaussian is nothing. */
    private static final int REACH = 3;
    /** Least ink, of {@link #FULL}, that is divided by. */
    private static final float LEAST = 1;

    private final int width;
    private final int height;
    private final float[] weights;
    private final float[] across;

    private RichardsonLucy(int width, int height, double deviation) {
        this.width = width;
        this.height = height;
        across = new float[width * height];
        int reach = (int) Math.ceil(REACH * deviation);
        weights = new float[2 * reach + 1];
        float sum = 0;
        for (int i = -reach; i <= reach; i++) {
            weights[i + reach] = (float) Math.exp(-i * i / (2 * deviation * deviation));
            sum += weights[i + reach];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
    }

    /**
     * The image that was blurred.
     *
     * @param seen ink from 0, paper, to 255
     * @param deviation standard deviation of the Gaussian in pixels, above 0
     * @param rounds more of them find finer strokes, and more of the noise
     */
    static Raster sharpened(Raster seen, double deviation, int rounds) {
        RichardsonLucy lens = new RichardsonLucy(seen.width(), seen.height(), deviation);
        float[] guess = new float[seen.grey().length];
        for (int i = 0; i < guess.length; i++) {
            guess[i] = seen.grey()[i] & 0xff;
        }
        float[] ratio = new float[guess.length];
        for (int round = 0; round < rounds; round++) {
            lens.blur(guess, ratio);
            for (int i = 0; i < ratio.length; i++) {
                ratio[i] = (seen.grey()[i] & 0xff) / Math.max(LEAST, ratio[i]);
            }
            lens.blur(ratio, ratio);
            for (int i = 0; i < guess.length; i++) {
                guess[i] *= ratio[i];
            }
        }
        byte[] ink = new byte[guess.length];
        for (int i = 0; i < ink.length; i++) {
            ink[i] = (byte) Math.min(FULL, Math.round(guess[i]));
        }
        return new Raster(seen.width(), seen.height(), ink);
    }

    /** Along rows and then along columns; there is nothing beyond the borders. */
    private void blur(float[] image, float[] target) {
        for (int y = 0; y < height; y++) {
            blurLine(image, y * width, 1, width, across);
        }
        for (int x = 0; x < width; x++) {
            blurLine(across, x, width, height, target);
        }
    }

    private void blurLine(float[] image, int from, int step, int pixels, float[] target) {
        int reach = weights.length / 2;
        for (int i = 0; i < pixels; i++) {
            float sum = 0;
            int last = Math.min(pixels - 1, i + reach);
            for (int k = Math.max(0, i - reach); k <= last; k++) {
                sum += weights[k - i + reach] * image[from + k * step];
            }
            target[from + i * step] = sum;
        }
    }
}
