package numeral.form;

import java.util.Optional;
import numeral.form.page.Bitmap;
import numeral.form.page.Components;
import numeral.form.page.Raster;

/** Finds the one digit on an image that holds nothing else: a cut-out, a photograph, or an MNIST-like picture of either polarity. */
public final class SingleDigit {
    /** Specks smaller than this share of the largest component are dirt. */
    private static final double DIRT = 0.05;

    private static final int LEVELS = 256;

    private SingleDigit() {}

    /**
     * The normalised digit, as {@link DigitNormaliser} makes it; empty where the image is of one tone.
     *
     * <p>Ink and paper are told apart by Otsu's threshold ("A threshold selection method from gray-level histograms", IEEE SMC 9, 1979). What
     * fills more of the image's border is paper.
     */
    public static Optional<byte[]> normalised(Raster image) {
        int[] histogram = new int[LEVELS];
        for (byte grey : image.grey()) {
            histogram[grey & 0xff]++;
        }
        int threshold = otsu(histogram, image.grey().length);
        if (threshold < 0) {
            return Optional.empty();
        }
        boolean darkInk = borderIsLight(image, threshold);
        Bitmap ink = new Bitmap(image.width(), image.height(), new byte[image.grey().length]);
        for (int i = 0; i < image.grey().length; i++) {
            boolean dark = (image.grey()[i] & 0xff) <= threshold;
            ink.ink()[i] = (byte) (dark == darkInk ? 1 : 0);
        }
        return Optional.of(DigitNormaliser.normalise(tones(image, ink, darkInk), image.width(), image.height()));
    }

    /** The level that best splits the histogram in two, which belongs to the dark part; -1 where there is one level only. */
    private static int otsu(int[] histogram, int total) {
        double sum = 0;
        for (int level = 0; level < LEVELS; level++) {
            sum += (double) level * histogram[level];
        }
        int best = -1;
        double most = 0;
        double below = 0;
        long count = 0;
        for (int level = 0; level < LEVELS - 1; level++) {
            count += histogram[level];
            below += (double) level * histogram[level];
            if (count == 0 || count == total) {
                continue;
            }
            double difference = below / count - (sum - below) / (total - count);
            double between = (double) count * (total - count) * difference * difference;
            if (between > most) {
                most = between;
                best = level;
            }
        }
        return best;
    }

    private static boolean borderIsLight(Raster image, int threshold) {
        int width = image.width();
        int height = image.height();
        int light = 0;
        int border = 0;
        for (int y = 0; y < height; y++) {
            boolean whole = y == 0 || y == height - 1;
            for (int x = 0; x < width; x += whole || width == 1 ? 1 : width - 1) {
                border++;
                light += (image.grey()[y * width + x] & 0xff) > threshold ? 1 : 0;
            }
        }
        return 2 * light > border;
    }

    /** Darkness of the ink pixels, 255 the full contrast of the image; dirt is paper. */
    private static byte[] tones(Raster image, Bitmap ink, boolean darkInk) {
        Components components = Components.of(ink);
        int largest = 0;
        for (int label = 1; label <= components.count(); label++) {
            largest = Math.max(largest, components.area(label));
        }
        byte[] tones = new byte[image.grey().length];
        for (int i = 0; i < tones.length; i++) {
            int label = components.labels()[i];
            if (label > 0 && components.area(label) >= DIRT * largest) {
                int grey = image.grey()[i] & 0xff;
                tones[i] = (byte) Math.max(1, darkInk ? 255 - grey : grey);
            }
        }
        return tones;
    }
}
