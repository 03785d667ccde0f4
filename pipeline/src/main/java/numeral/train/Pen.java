package numeral.train;

import static numeral.train.Augmenter.SIDE;

/** Another pen: thicker or thinner strokes, fainter ink. */
final class Pen {
    private final float[] spread = new float[SIDE * SIDE];

    /**
     * Moves the outline of the stroke: a mixture of the image and its grey dilation (or erosion) by one pixel along the axes.
     *
     * @param px -1 (thinner) to 1 (thicker)
     */
    void thicken(float[] ink, double px) {
        float share = (float) Math.abs(px);
        // an erosion is a dilation of the paper
        float sign = px < 0 ? -1 : 1;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                int at = y * SIDE + x;
                float most = sign * ink[at];
                most = Math.max(most, sign * (x > 0 ? ink[at - 1] : 0));
                most = Math.max(most, sign * (x < SIDE - 1 ? ink[at + 1] : 0));
                most = Math.max(most, sign * (y > 0 ? ink[at - SIDE] : 0));
                most = Math.max(most, sign * (y < SIDE - 1 ? ink[at + SIDE] : 0));
                spread[at] = sign * most;
            }
        }
        for (int i = 0; i < ink.length; i++) {
            ink[i] += share * (spread[i] - ink[i]);
        }
    }

    /** Takes a share of the darkness away. */
    static void fade(float[] ink, double share) {
        float left = (float) (1 - share);
        for (int i = 0; i < ink.length; i++) {
            ink[i] *= left;
        }
    }
}
