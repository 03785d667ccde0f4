package numeral.train;

import static numeral.train.Augmenter.SIDE;

import java.util.SplittableRandom;

/** A piece of a printed box line that was not removed: straight, near one border of the image, along all or part of it. */
final class LineResidue {
    private static final int BORDER_PX = 5;
    private static final int LEAST_LENGTH_PX = 6;
    private static final double FAINTEST = 0.3;

    private LineResidue() {}

    static void draw(float[] target, int offset, SplittableRandom random) {
        boolean upright = random.nextBoolean();
        int fromBorder = random.nextInt(BORDER_PX);
        int across = random.nextBoolean() ? fromBorder : SIDE - 1 - fromBorder;
        int length = random.nextInt(LEAST_LENGTH_PX, SIDE + 1);
        int start = random.nextInt(SIDE - length + 1);
        float darkness = (float) random.nextDouble(FAINTEST, 1);
        for (int along = start; along < start + length; along++) {
            int at = offset + (upright ? along * SIDE + across : across * SIDE + along);
            target[at] = Math.max(target[at], darkness);
        }
    }
}
