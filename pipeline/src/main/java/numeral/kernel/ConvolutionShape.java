package numeral.kernel;

/**
 * A convolution at stride 1 without padding, and the max-pooling behind it.
 *
 * @param height rows of the input
 * @param width columns of the input
 * @param channels channels of the input
 * @param kernelHeight rows of a filter
 * @param kernelWidth columns of a filter
 * @param filters channels of the output
 * @param pool side of the square windows of which the largest value is kept, 1 or 2; a last odd row or column is left out
 */
public record ConvolutionShape(
        int height, int width, int channels, int kernelHeight, int kernelWidth, int filters, int pool) {
    /** Rows of the output. */
    public int outHeight() {
        return (height - kernelHeight + 1) / pool;
    }

    /** Columns of the output. */
    public int outWidth() {
        return (width - kernelWidth + 1) / pool;
    }

    /** Floats of a block of inputs. */
    public int inBlock() {
        return height * width * channelStride() * Lanes.COUNT;
    }

    /** Floats of a block of outputs. */
    public int outBlock() {
        return outHeight() * outWidth() * filterStride() * Lanes.COUNT;
    }

    int channelStride() {
        return Lanes.stride(channels);
    }

    int filterStride() {
        return (filters + 3) / 4 * 4;
    }

    /** Convolved columns that take part in the pooling. */
    int convolvedWidth() {
        return outWidth() * pool;
    }

    /** Values under a filter. */
    int depth() {
        return kernelHeight * kernelWidth * channelStride();
    }

    /** Positions of a window. */
    int corners() {
        return pool * pool;
    }
}
