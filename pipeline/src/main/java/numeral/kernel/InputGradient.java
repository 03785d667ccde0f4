package numeral.kernel;

/** The gradient of a convolution's inputs. */
interface InputGradient {
    /** Takes the filters in, [filters, channels, kernelHeight, kernelWidth]. */
    void filters(float[] weights);

    /**
     * Adds what a block of outputs hands back.
     *
     * @param gradient block of gradients of the outputs
     * @param winners the corners that they belong to
     * @param target a block of inputs
     */
    void add(float[] gradient, float[] winners, float[] target);
}
