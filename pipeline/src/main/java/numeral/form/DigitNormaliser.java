package numeral.form;

import java.util.Arrays;

/**
 * Makes MNIST's 28x28 image of a digit from its ink. Recipe of C. Yadav and L. Bottou, Cold Case: The Lost MNIST Digits, NeurIPS 2019
 * (QMNIST): longest side 20 pixels, centre of mass in the middle. Training and production crops both come from here.
 */
public final class DigitNormaliser {
    /** Side of the image. */
    public static final int SIDE = 28;

    private static final int GLYPH = 20;
    private static final int SMALLEST = 10;

    private DigitNormaliser() {}

    /**
     * Normalises the ink of one digit from which speckle has been removed.
     *
     * @param ink row by row, unsigned, 0 = paper, 255 = full ink
     * @return 784 bytes, row by row, 0 = paper; the darkest pixel is 255
     * @throws IllegalArgumentException where there is no ink
     */
    public static byte[] normalise(byte[] ink, int width, int height) {
        int top = 0;
        while (top < height && blank(ink, top * width, width, 1)) {
            top++;
        }
        if (top == height) {
            throw new IllegalArgumentException("digit of " + width + " x " + height + " pixels has no ink");
        }
        int bottom = height - 1;
        while (blank(ink, bottom * width, width, 1)) {
            bottom--;
        }
        int left = 0;
        while (blank(ink, left, height, width)) {
            left++;
        }
        int right = width - 1;
        while (blank(ink, right, height, width)) {
            right--;
        }
        int w = right - left + 1;
        int h = bottom - top + 1;
        int side = Math.max(Math.max(w, h), SMALLEST);
        int x0 = left - (side - w) / 2;
        int y0 = top - (side - h) / 2;
        byte[] square = new byte[side * side];
        for (int y = top; y <= bottom; y++) {
            System.arraycopy(ink, y * width + left, square, (y - y0) * side + left - x0, w);
        }
        int first = left - x0;
        // Interpolating upwards would blur: small glyphs are doubled.
        for (; side < GLYPH; side *= 2) {
            square = doubled(square, side);
            first *= 2;
            w *= 2;
        }
        return centred(stretched(areaResampled(square, side, first, first + w)));
    }

    /** Whether a row or a column holds no ink. */
    private static boolean blank(byte[] ink, int from, int pixels, int stride) {
        for (int i = 0; i < pixels; i++) {
            if (ink[from + i * stride] != 0) {
                return false;
            }
        }
        return true;
    }

    private static byte[] doubled(byte[] square, int side) {
        byte[] result = new byte[4 * side * side];
        for (int y = 0; y < 2 * side; y++) {
            for (int x = 0; x < 2 * side; x++) {
                result[y * 2 * side + x] = square[y / 2 * side + x / 2];
            }
        }
        return result;
    }

    /**
     * Exact overlap of pixel areas, first along rows, by sums up to each border of the glyph's pixels, and then along columns.
     *
     * @param first column with ink
     * @param end column behind the last one with ink
     */
    private static double[] areaResampled(byte[] square, int side, int first, int end) {
        double step = (double) side / GLYPH;
        int[] wholes = new int[GLYPH];
        double[] parts = new double[GLYPH];
        for (int i = 0; i < GLYPH; i++) {
            double border = (i + 1) * step;
            wholes[i] = Math.min(side - 1, (int) border);
            parts[i] = border - wholes[i];
        }
        int from = Math.max(0, (int) (first / step) - 1);
        int to = Math.min(GLYPH, (int) (end / step) + 2);
        int[] sums = new int[side + 1];
        double[] narrow = new double[GLYPH];
        double[] glyph = new double[GLYPH * GLYPH];
        int above = 0;
        for (int y = 0; y < side; y++) {
            int row = y * side;
            int all = 0;
            for (int x = first; x < end; x++) {
                all += square[row + x] & 0xff;
                sums[x + 1] = all;
            }
            if (all == 0) {
                continue;
            }
            Arrays.fill(sums, end, side + 1, all);
            double before = 0;
            for (int i = from; i < to; i++) {
                int whole = sums[wholes[i]];
                double sum = whole + parts[i] * (sums[wholes[i] + 1] - whole);
                narrow[i] = sum - before;
                before = sum;
            }
            while (above * step + step <= y) {
                above++;
            }
            for (int j = above; j < GLYPH && (int) (j * step) <= y; j++) {
                double share = Math.min(j * step + step, y + 1) - Math.max(j * step, y);
                for (int i = from; i < to; i++) {
                    glyph[j * GLYPH + i] += share * narrow[i];
                }
            }
        }
        return glyph;
    }

    private static int[] stretched(double[] glyph) {
        double darkest = 0;
        for (double value : glyph) {
            darkest = Math.max(darkest, value);
        }
        int[] result = new int[glyph.length];
        for (int i = 0; i < glyph.length; i++) {
            result[i] = glyph[i] == 0 ? 0 : (int) (255 * glyph[i] / darkest + 0.5);
        }
        return result;
    }

    private static byte[] centred(int[] glyph) {
        long sum = 0;
        double sumX = 0;
        double sumY = 0;
        for (int y = 0; y < GLYPH; y++) {
            for (int x = 0; x < GLYPH; x++) {
                int value = glyph[y * GLYPH + x];
                sum += value;
                sumX += value * (x + 0.5);
                sumY += value * (y + 0.5);
            }
        }
        int left = offset(sumX / sum);
        int top = offset(sumY / sum);
        byte[] image = new byte[SIDE * SIDE];
        for (int y = 0; y < GLYPH; y++) {
            for (int x = 0; x < GLYPH; x++) {
                image[(top + y) * SIDE + left + x] = (byte) glyph[y * GLYPH + x];
            }
        }
        return image;
    }

    private static int offset(double centroid) {
        return Math.max(0, Math.min(SIDE - GLYPH, (int) (15 - centroid)));
    }
}
