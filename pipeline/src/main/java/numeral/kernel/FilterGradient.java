package numeral.kernel;

/** Sums up the gradient of the filters over images and positions. */
interface FilterGradient {
    /** Begins again at zero with a block of inputs to come. */
    void clear();

    /** Takes a block of inputs in, of which {@link #add} will see rows. */
    void inputs(float[] in);

    /**
     * Adds what one row of windows contributes.
     *
     * @param gradient block of gradients of the outputs, of which the row begins at {@code at}
     * @param winners the corners that they belong to
     * @param y number of the row of windows
     */
    void add(float[] gradient, float[] winners, int at, int y);

    /** The sum for one weight. */
    float sum(int filter, int channel, int ky, int kx);
}
