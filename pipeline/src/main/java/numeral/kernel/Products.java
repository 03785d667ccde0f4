package numeral.kernel;

/** The multiplications of a convolution, for a square of outputs at once. */
interface Products {
    /** Side of the square. */
    int side();

    /** Takes the filters in, [filters, channels, kernelHeight, kernelWidth]. */
    void filters(float[] weights);

    /**
     * Convolves one square.
     *
     * @param in a block of inputs
     * @param y row of the convolved image at which the square begins
     * @param x column at which it begins
     * @param sums filled with [side, side, filters, COUNT]
     */
    void convolve(float[] in, int y, int x, float[] sums);
}
