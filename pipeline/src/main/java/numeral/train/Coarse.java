package numeral.train;

import static numeral.train.Augmenter.SIDE;
import static numeral.train.Interpolation.REACH;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A scanner of few dots per inch: the mean ink of larger pixels, enlarged to the image's own again. Both are one matrix, from the pixels that are to those that
 * a reader would be given, the same along rows and columns.
 */
final class Coarse {
    private final float[] matrix = new float[SIDE * SIDE];
    private final float[] narrow = new float[SIDE * SIDE];
    private final float[] weights = new float[REACH];

    /** Draws how large the pixels are, in those of the image from 1 to a limit, and where they begin, and shows the ink at {@code offset} through them. */
    void apply(float[] ink, int offset, double most, SplittableRandom random) {
        double size = 1 + random.nextDouble() * (most - 1);
        draw(size, -size * random.nextDouble(), (float) random.nextDouble());
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                narrow[y * SIDE + x] = sum(x, ink, offset + y * SIDE, 1);
            }
        }
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                ink[offset + y * SIDE + x] = Math.max(0, Math.min(1, sum(y, narrow, x, SIDE)));
            }
        }
    }

    /** One row of the matrix times a row or a column of the image. */
    private float sum(int to, float[] ink, int first, int step) {
        float sum = 0;
        for (int from = 0; from < SIDE; from++) {
            sum += matrix[to * SIDE + from] * ink[first + from * step];
        }
        return sum;
    }

    /** The matrix for pixels of a size, one of which begins at {@code origin}. */
    private void draw(double size, double origin, float crispness) {
        Arrays.fill(matrix, 0);
        for (int to = 0; to < SIDE; to++) {
            double place = (to + 0.5 - origin) / size - 0.5;
            int before = (int) Math.floor(place);
            Interpolation.weigh((float) (place - before), crispness, weights);
            for (int i = 0; i < REACH; i++) {
                double left = origin + (before - 1 + i) * size;
                for (int from = Math.max(0, (int) left); from < Math.min(SIDE, left + size); from++) {
                    double overlap = Math.min(from + 1, left + size) - Math.max(from, left);
                    matrix[to * SIDE + from] += (float) (weights[i] * overlap / size);
                }
            }
        }
    }
}
