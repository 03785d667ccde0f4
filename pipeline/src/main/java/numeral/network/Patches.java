package numeral.network;

/** Patches of an image of one channel, for convolution as a matrix product (im2col). */
final class Patches {
    private Patches() {}

    /**
     * Copies what a kernel sees at each place where it fits, row by row.
     *
     * @param target [(height - kernelHeight + 1) x (width - kernelWidth + 1), kernelHeight x kernelWidth]
     */
    static void unfold(float[] image, int width, int kernelHeight, int kernelWidth, float[] target) {
        int height = image.length / width;
        int to = 0;
        for (int y = 0; y + kernelHeight <= height; y++) {
            for (int x = 0; x + kernelWidth <= width; x++) {
                for (int row = 0; row < kernelHeight; row++) {
                    int from = (y + row) * width + x;
                    for (int i = 0; i < kernelWidth; i++) {
                        target[to++] = image[from + i];
                    }
                }
            }
        }
    }
}
