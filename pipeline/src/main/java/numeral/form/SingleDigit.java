package numeral.form;

import java.util.Optional;
import java.util.stream.IntStream;
import numeral.form.page.Bitmap;
import numeral.form.page.Components;
import numeral.form.page.Raster;
import numeral.form.page.Shading;

/** Finds the one digit on an image that holds nothing else: a cut-out, a photograph, or an MNIST-like picture of either polarity. */
public final class SingleDigit {
    /** Specks smaller than this share of the largest component are dirt. */
    private static final double DIRT = 0.05;

    /** Of a border line, shares of the image's side: its length, its thickness, how far from the border it may lie. */
    private static final double LENGTH = 0.9;

    private static final double THIN = 0.08;
    private static final double NEAR = 0.2;
    /** Least share of the image's sides that a frame spans, and of its height that the digit inside has. */
    private static final double FRAME = 0.8;

    private static final double INSIDE = 0.3;

    private static final int LEVELS = 256;
    /** Share of the pixels that may be darker or lighter than the tones of the image. */
    private static final double EXTREME = 0.001;
    /** Least distance between the means of ink and paper, as a share of all tones. */
    private static final double SPLIT = 0.3;

    private SingleDigit() {}

    /**
     * The normalised digit, as {@link DigitNormaliser} makes it; empty where the image is of one tone.
     *
     * <p>Uneven light is taken off the paper. Ink and paper are told apart by Otsu's threshold ("A threshold selection method from gray-level
     * histograms", IEEE SMC 9, 1979); where it only splits the noise of the paper, as it does where ink is rare, by the middle of all tones. What fills more of the image's border is paper. Straight lines along a border and a frame around the digit are
     * printed, and left out.
     */
    public static Optional<byte[]> normalised(Raster photograph) {
        Raster image = Shading.evened(photograph);
        int[] histogram = new int[LEVELS];
        for (byte grey : image.grey()) {
            histogram[grey & 0xff]++;
        }
        int threshold = threshold(histogram, image.grey().length);
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
    private static int threshold(int[] histogram, int total) {
        double sum = 0;
        for (int level = 0; level < LEVELS; level++) {
            sum += (double) level * histogram[level];
        }
        int best = -1;
        double most = 0;
        double apart = 0;
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
                apart = Math.abs(difference);
            }
        }
        int darkest = level(histogram, EXTREME * total);
        int lightest = level(histogram, (1 - EXTREME) * total);
        return best >= 0 && apart < SPLIT * (lightest - darkest) ? (darkest + lightest) / 2 : best;
    }

    /** The level up to which there are more than so many pixels. */
    private static int level(int[] histogram, double pixels) {
        int level = 0;
        for (double seen = histogram[0]; seen <= pixels && level < LEVELS - 1; seen += histogram[level]) {
            level++;
        }
        return level;
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

    /** Darkness of the ink pixels, 255 the full contrast of the image; dirt is paper, and what is printed. */
    private static byte[] tones(Raster image, Bitmap ink, boolean darkInk) {
        Components components = Components.of(ink);
        boolean[] kept = written(components, image.width(), image.height());
        byte[] tones = new byte[image.grey().length];
        for (int i = 0; i < tones.length; i++) {
            if (kept[components.labels()[i]]) {
                int grey = image.grey()[i] & 0xff;
                tones[i] = (byte) Math.max(1, darkInk ? 255 - grey : grey);
            }
        }
        return tones;
    }

    /** Whether each label is of the digit; all but dirt where nothing else than lines would be left out. */
    private static boolean[] written(Components components, int width, int height) {
        boolean[] kept = new boolean[components.count() + 1];
        int largest = 0;
        int largestWritten = 0;
        for (int label = 1; label <= components.count(); label++) {
            kept[label] = !borderLine(components, label, width, height) && !frame(components, label, width, height);
            largest = Math.max(largest, components.area(label));
            largestWritten = Math.max(largestWritten, kept[label] ? components.area(label) : 0);
        }
        boolean onlyLines = largestWritten < DIRT * largest;
        int least = onlyLines ? largest : largestWritten;
        for (int label = 1; label <= components.count(); label++) {
            kept[label] = (kept[label] || onlyLines) && components.area(label) >= DIRT * least;
        }
        return kept;
    }

    /** Straight, along nearly all of a border and close to it. */
    private static boolean borderLine(Components components, int label, int width, int height) {
        boolean level = components.width(label) >= LENGTH * width
                && components.height(label) <= THIN * height
                && (components.bottom(label) < NEAR * height || components.top(label) > (1 - NEAR) * height);
        boolean upright = components.height(label) >= LENGTH * height
                && components.width(label) <= THIN * width
                && (components.right(label) < NEAR * width || components.left(label) > (1 - NEAR) * width);
        return level || upright;
    }

    /** Around nearly all of the image, and with something of a digit's size inside. */
    private static boolean frame(Components components, int label, int width, int height) {
        return components.width(label) >= FRAME * width
                && components.height(label) >= FRAME * height
                && components.area(label) <= THIN * 4 * components.width(label) * components.height(label)
                && IntStream.rangeClosed(1, components.count())
                        .anyMatch(inner -> components.height(inner) >= INSIDE * components.height(label)
                                && components.left(inner) > components.left(label)
                                && components.right(inner) < components.right(label)
                                && components.top(inner) > components.top(label)
                                && components.bottom(inner) < components.bottom(label));
    }
}
